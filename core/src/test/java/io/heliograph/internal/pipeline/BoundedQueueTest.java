package io.heliograph.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What has room, and that nothing of it is lost or counted twice whoever else is at it. */
class BoundedQueueTest {

  private static final int THREADS = 64;
  private static final int EACH = 2_000;

  @Test
  void givesWhatItTookInOrder() {
    BoundedQueue<Integer> queue = new BoundedQueue<>(3, 100, Measure.single(Integer::intValue));
    assertThat(queue.offer(1)).isEqualTo(1);
    assertThat(queue.offer(2)).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo(1);
    assertThat(queue.offer(3)).isEqualTo(2);
    assertThat(queue.peek()).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo(3);
    assertThat(queue.poll()).isNull();
    assertThat(queue.accepted()).isEqualTo(3);
  }

  @Test
  void refusesOneItemMoreThanItsBoundThoughItsRingHasRoom() {
    BoundedQueue<Integer> queue = new BoundedQueue<>(3, 100, Measure.single(item -> 0));
    queue.offer(1);
    queue.offer(2);
    assertThat(queue.offer(3)).isEqualTo(3);
    assertThat(queue.offer(4)).isEqualTo(BoundedQueue.FULL);
    assertThat(queue.size()).isEqualTo(3);
    assertThat(queue.accepted()).isEqualTo(3);
  }

  @Test
  void keepsTheOrderFromOneChunkToTheNextAndRoundAgain() {
    BoundedQueue<Integer> queue = new BoundedQueue<>(2_500, 100, Measure.single(item -> 0));
    List<Integer> taken = new ArrayList<>();
    for (int item = 0; item < 20_000; item++) {
      if (queue.offer(item) == 2_000) {
        for (int i = 0; i < 1_500; i++) {
          taken.add(queue.poll());
        }
      }
    }
    for (Integer next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next);
    }
    assertThat(taken).isEqualTo(IntStream.range(0, 20_000).boxed().toList());
    assertThat(queue.accepted()).isEqualTo(20_000);
  }

  @Test
  void bytesAreFreeOnceTheyAreReleasedAndNotBefore() {
    BoundedQueue<Integer> queue = new BoundedQueue<>(10, 20, Measure.single(Integer::intValue));
    queue.offer(15);
    assertThat(queue.poll()).isEqualTo(15);
    assertThat(queue.offer(6)).isEqualTo(BoundedQueue.FULL);
    queue.release(15);
    assertThat(queue.bytes()).isZero();
    assertThat(queue.offer(6)).isEqualTo(1);
    assertThat(queue.bytes()).isEqualTo(6);
  }

  @Test
  void anElementOfManyItemsTakesTheRoomOfAllOfThem() {
    BoundedQueue<Integer> queue =
        new BoundedQueue<>(
            10, 100, new Measure<>(Integer::intValue, item -> 1, (first, later) -> true));
    assertThat(queue.offer(7)).isEqualTo(7);
    assertThat(queue.offer(4)).isEqualTo(BoundedQueue.FULL);
    assertThat(queue.offer(3)).isEqualTo(10);
    assertThat(queue.accepted()).isEqualTo(10);
    assertThat(queue.poll()).isEqualTo(7);
    assertThat(queue.size()).isEqualTo(3);
  }

  @Test
  void whatItTakesLeavesItOnceAndTheRestIsRefused() throws Exception {
    BoundedQueue<Integer> queue = new BoundedQueue<>(100, 1000, Measure.single(item -> 7));
    LongAdder taken = new LongAdder();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> producers = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int first = t * EACH;
      Thread producer = new Thread(() -> offerAll(queue, first, start, taken));
      producer.start();
      producers.add(producer);
    }
    int[] lastOf = new int[THREADS];
    Arrays.fill(lastOf, -1);
    start.countDown();
    long polled = 0;
    while (producers.stream().anyMatch(Thread::isAlive) || queue.size() > 0) {
      Integer item = queue.poll();
      if (item != null) {
        polled++;
        assertThat(item).as("order of one producer").isGreaterThan(lastOf[item / EACH]);
        lastOf[item / EACH] = item;
        queue.release(7);
      }
    }
    assertThat(polled).isEqualTo(taken.sum());
    assertThat(queue.accepted()).isEqualTo(taken.sum());
    assertThat(queue.bytes()).isZero();
    assertThat(queue.size()).isZero();
  }

  private static void offerAll(
      BoundedQueue<Integer> queue, int first, CountDownLatch start, LongAdder taken) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    for (int i = first; i < first + EACH; i++) {
      int queued = queue.offer(i);
      if (queued > 100) {
        throw new IllegalStateException(queued + " items in a queue of 100");
      }
      if (queued != BoundedQueue.FULL) {
        taken.increment();
      }
    }
  }
}
