package io.heliograph.samples.runner;

/**
 * A request to a service of the shop.
 *
 * @param path may hold {@code {order}}
 * @param body JSON, or empty
 * @param status the status code that answers it
 */
record ShopRequest(String method, Part part, String path, String body, int status) {

  @Override
  public String toString() {
    return method + " " + part.id() + " " + path + (body.isEmpty() ? "" : " " + body);
  }
}
