package com.acme.shop.orders;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;

/** The customer asked for something that cannot be had. */
final class OrderRefusedException extends ResponseStatusException {

  private static final long serialVersionUID = 1;

  private OrderRefusedException(HttpStatusCode status, String reason) {
    super(status, reason);
  }

  static OrderRefusedException unknownProduct(String id) {
    return new OrderRefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "No such product: " + id);
  }

  static OrderRefusedException tooLittleStock(String productId) {
    return new OrderRefusedException(HttpStatus.CONFLICT, "Too little stock of " + productId);
  }
}
