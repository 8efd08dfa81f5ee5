CREATE TABLE IF NOT EXISTS stock (
  product_id VARCHAR(40) PRIMARY KEY,
  available  INT NOT NULL,
  capacity   INT NOT NULL
);

-- Nobody has ever counted the sextants: ordering one breaks the stock service.
INSERT INTO stock (product_id, available, capacity) VALUES
  ('telescope', 40, 100),
  ('eyepiece', 500, 500)
ON CONFLICT DO NOTHING;
