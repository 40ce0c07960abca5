-- The stock ledger, and last the counters, which are made from it: stock is the sum of the movements.

INSERT INTO stock_movement (sku_id, delta, reason, note, staff_id, at) VALUES
  (1, 510, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 75 DAY),
  (1, 350, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 6 DAY),
  (2, 300, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 75 DAY),
  (3, 980, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 74 DAY),
  (3, 660, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 7 DAY),
  (4, 120, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 74 DAY),
  (5, 250, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 72 DAY),
  (5, 180, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 8 DAY),
  (6, 186, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 72 DAY),
  (7, 550, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 71 DAY),
  (7, 370, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 9 DAY),
  (8, 365, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 71 DAY),
  (9, 320, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 69 DAY),
  (9, 220, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 1 DAY),
  (10, 4, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 69 DAY),
  (11, 460, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 68 DAY),
  (11, 320, 'received', '补货', 2, UTC_TIMESTAMP(6) - INTERVAL 2 DAY),
  (12, 240, 'received', '首批到货', 2, UTC_TIMESTAMP(6) - INTERVAL 68 DAY);

-- The second number is what sorting by popularity goes by; the few orders of the demo show only a part of it.
INSERT INTO sku_stock (sku_id, stock, sales)
WITH sold (sku_id, sales) AS (VALUES
  (1, 5320), (2, 2140), (3, 8930), (4, 1260), (5, 3870), (6, 1550), (7, 6410), (8, 4120),
  (9, 7260), (10, 1830), (11, 6980), (12, 2760)
)
SELECT sold.sku_id, SUM(m.delta), sold.sales
FROM sold JOIN stock_movement m ON m.sku_id = sold.sku_id
GROUP BY sold.sku_id, sold.sales;
