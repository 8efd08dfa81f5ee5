CREATE TABLE IF NOT EXISTS product (
  id    VARCHAR(40) PRIMARY KEY,
  name  VARCHAR(100) NOT NULL,
  price DECIMAL(10, 2) NOT NULL
);

INSERT INTO product (id, name, price) VALUES
  ('telescope', 'Refractor, 70 mm', 189.00),
  ('eyepiece', 'Eyepiece, 25 mm', 39.50),
  ('sextant', 'Sextant, brass', 420.00)
ON CONFLICT DO NOTHING;
