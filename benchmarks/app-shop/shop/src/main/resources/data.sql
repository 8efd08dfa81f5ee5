INSERT INTO product SELECT 'p' || x, 'Telescope, ' || x || ' mm', x * 10 FROM system_range(0, 99);
INSERT INTO customer SELECT 'c' || x, 'Customer ' || x FROM system_range(0, 99);
INSERT INTO stock SELECT 'p' || x, 1000 FROM system_range(0, 99);
INSERT INTO customer_order SELECT 'o' || x, 'c' || x, 'p' || x, 2 FROM system_range(0, 99);
