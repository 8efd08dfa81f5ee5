CREATE TABLE IF NOT EXISTS customer_order (
  id         VARCHAR(36) PRIMARY KEY,
  product_id VARCHAR(40) NOT NULL,
  quantity   INT NOT NULL,
  confirmed  BOOLEAN DEFAULT FALSE NOT NULL
);
