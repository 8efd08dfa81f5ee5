package com.acme.shop.orders;

/** The customer asked for something that cannot be had. */
final class OrderRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  private OrderRefusedException(int status, String reason) {
    super(reason);
    this.status = status;
  }

  static OrderRefusedException unknownProduct(String id) {
    return new OrderRefusedException(422, "No such product: " + id);
  }

  static OrderRefusedException tooLittleStock(String productId) {
    return new OrderRefusedException(409, "Too little stock of " + productId);
  }

  int status() {
    return status;
  }
}
