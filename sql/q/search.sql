-- Search over names by LIKE, in both languages and pinyin, until it has an index of its own.

-- search_ids (pattern:s type:i min:i max:i stock:i sort:s limit:i offset:i) -> (id:i)
SELECT k.id
FROM sku k JOIN sku_stock s ON s.sku_id = k.id
JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN' LEFT JOIN sku_text e ON e.sku_id = k.id AND e.lang = 'en'
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:type = 0 OR k.type_id = :type) AND (:stock = 0 OR s.stock > 0)
  AND (z.name COLLATE utf8mb4_unicode_ci LIKE :pattern OR e.name COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR z.search_key LIKE :pattern OR z.summary COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR e.summary COLLATE utf8mb4_unicode_ci LIKE :pattern)
ORDER BY CASE :sort WHEN 'price' THEN k.price WHEN '-price' THEN -k.price WHEN 'hot' THEN -s.sales
                    WHEN 'relevance' THEN (z.name COLLATE utf8mb4_unicode_ci NOT LIKE :pattern
                                           AND COALESCE(e.name COLLATE utf8mb4_unicode_ci NOT LIKE :pattern, TRUE)) ELSE 0 END,
         CASE :sort WHEN 'name' THEN z.search_key ELSE '' END,
         CASE :sort WHEN 'relevance' THEN s.stock = 0 ELSE 0 END, CASE :sort WHEN 'relevance' THEN -s.sales ELSE 0 END, k.id DESC
LIMIT :limit OFFSET :offset;

-- search_types (pattern:s min:i max:i stock:i) -> (id:i count:i)
SELECT k.type_id, COUNT(*)
FROM sku k JOIN sku_stock s ON s.sku_id = k.id
JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN' LEFT JOIN sku_text e ON e.sku_id = k.id AND e.lang = 'en'
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
  AND (z.name COLLATE utf8mb4_unicode_ci LIKE :pattern OR e.name COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR z.search_key LIKE :pattern OR z.summary COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR e.summary COLLATE utf8mb4_unicode_ci LIKE :pattern)
GROUP BY k.type_id ORDER BY k.type_id;

-- search_prices (pattern:s type:i stock:i) -> (below_20:i below_50:i below_100:i rest:i)
SELECT CAST(COALESCE(SUM(k.price < 2000), 0) AS SIGNED), CAST(COALESCE(SUM(k.price BETWEEN 2000 AND 4999), 0) AS SIGNED),
       CAST(COALESCE(SUM(k.price BETWEEN 5000 AND 9999), 0) AS SIGNED), CAST(COALESCE(SUM(k.price >= 10000), 0) AS SIGNED)
FROM sku k JOIN sku_stock s ON s.sku_id = k.id
JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN' LEFT JOIN sku_text e ON e.sku_id = k.id AND e.lang = 'en'
WHERE k.status = 'on_sale' AND (:type = 0 OR k.type_id = :type) AND (:stock = 0 OR s.stock > 0)
  AND (z.name COLLATE utf8mb4_unicode_ci LIKE :pattern OR e.name COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR z.search_key LIKE :pattern OR z.summary COLLATE utf8mb4_unicode_ci LIKE :pattern
       OR e.summary COLLATE utf8mb4_unicode_ci LIKE :pattern);
