-- Carts at rest.

-- cart_lines (user:i) -> (sku:i quantity:i) [hot]
SELECT sku_id, quantity FROM cart_line WHERE user_id = :user ORDER BY sku_id;
