package io.heliograph.internal.export;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is appended to, also after a restart, and set aside when it is full: as
 * {@code name.1}, what was that as {@code name.2}, and so on.
 *
 * <p>A stream and no channel, since an interrupt closes a channel. Not thread-safe.
 */
final class RotatingFile {

  private final Path file;
  private final long maxSize;
  private final int maxFiles;
  private @Nullable FileOutputStream out;
  private long size;

  /**
   * @param maxSize bytes after which a file is set aside; one line may be longer
   * @param maxFiles this one and those set aside, at least 1
   */
  RotatingFile(Path file, long maxSize, int maxFiles) {
    this.file = file;
    this.maxSize = maxSize;
    this.maxFiles = maxFiles;
  }

  Path path() {
    return file;
  }

  void append(byte[] line, int length) throws IOException {
    FileOutputStream open = open();
    if (size > 0 && size + length + 1 > maxSize) {
      close();
      rotate();
      open = open();
    }
    try {
      open.write(line, 0, length);
      open.write('\n');
      size += length + 1L;
    } catch (IOException failed) {
      abandon(failed);
      throw failed;
    }
  }

  private FileOutputStream open() throws IOException {
    if (out == null) {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      boolean torn = isTorn();
      out = new FileOutputStream(file.toFile(), true);
      size = Files.size(file);
      if (torn) {
        out.write('\n');
        size++;
      }
    }
    return out;
  }

  /** Whether a crash or a full disk has cut the last line: what follows needs a line of its own. */
  private boolean isTorn() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      reader.seek(reader.length() - 1);
      return reader.read() != '\n';
    }
  }

  private void rotate() throws IOException {
    for (int age = maxFiles - 1; age > 0; age--) {
      Path younger = age == 1 ? file : aged(age - 1);
      if (Files.exists(younger)) {
        Files.move(
            younger,
            aged(age),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(file); // Still there only if no other file may be.
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  /** After an error nothing is known of the file: it is opened anew. */
  private void abandon(IOException failure) {
    try {
      close();
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  /** Makes what was written survive a crash of the machine. */
  void sync() throws IOException {
    if (out != null) {
      out.getFD().sync();
    }
  }

  void close() throws IOException {
    FileOutputStream open = out;
    out = null;
    if (open != null) {
      open.close();
    }
  }
}
