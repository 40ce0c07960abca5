-- The catalogue as shoppers read it. Texts are taken in the language asked for and fall back to zh-CN.

-- type_list (lang:s) -> (id:i name:s logo:s image:s) [hot]
SELECT g.id, COALESCE(t.name, z.name), g.logo, g.image
FROM goods_type g
LEFT JOIN goods_type_text t ON t.type_id = g.id AND t.lang = :lang
LEFT JOIN goods_type_text z ON z.type_id = g.id AND z.lang = 'zh-CN'
WHERE NOT g.retired AND g.id > 0 ORDER BY g.position, g.id;

-- type_show (lang:s id:i) -> (id:i name:s logo:s image:s) [hot]
SELECT g.id, COALESCE(t.name, z.name), g.logo, g.image
FROM goods_type g
LEFT JOIN goods_type_text t ON t.type_id = g.id AND t.lang = :lang
LEFT JOIN goods_type_text z ON z.type_id = g.id AND z.lang = 'zh-CN'
WHERE g.id = :id AND NOT g.retired;

-- sku_summaries (ids:s lang:s) -> (id:i spu:i type:i name:s summary:s price:i unit:s net:i net_unit:s image:s status:s stock:i sales:i search_key:s) [hot]
SELECT k.id, k.spu_id, k.type_id, COALESCE(t.name, z.name), COALESCE(t.summary, z.summary), k.price,
       COALESCE(t.unit, z.unit), k.net_amount, k.net_unit, k.image, k.status, s.stock, s.sales,
       COALESCE(t.search_key, z.search_key)
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT PATH '$')) j
JOIN sku k ON k.id = j.id
JOIN sku_stock s ON s.sku_id = k.id
LEFT JOIN sku_text t ON t.sku_id = k.id AND t.lang = :lang
LEFT JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN'
ORDER BY j.place;

-- sku_count (min:i max:i stock:i) -> (total:i) [hot]
SELECT COUNT(*) FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0);

-- sku_count_type (type:i min:i max:i stock:i) -> (total:i) [hot]
SELECT COUNT(*) FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0);

-- sku_by_new (min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.id DESC LIMIT :limit OFFSET :offset;

-- sku_by_new_type (type:i min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.id DESC LIMIT :limit OFFSET :offset;

-- sku_by_price (min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.price, k.id LIMIT :limit OFFSET :offset;

-- sku_by_price_type (type:i min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.price, k.id LIMIT :limit OFFSET :offset;

-- sku_by_price_down (min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.price DESC, k.id DESC LIMIT :limit OFFSET :offset;

-- sku_by_price_down_type (type:i min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY k.price DESC, k.id DESC LIMIT :limit OFFSET :offset;

-- sku_by_sales (min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku_stock s FORCE INDEX (sales) JOIN sku k ON k.id = s.sku_id
WHERE s.sales >= 0 AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY s.sales DESC, s.sku_id DESC LIMIT :limit OFFSET :offset;

-- sku_by_sales_type (type:i min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY s.sales DESC, s.sku_id DESC LIMIT :limit OFFSET :offset;

-- sku_by_name (lang:s min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
LEFT JOIN sku_text t ON t.sku_id = k.id AND t.lang = :lang
LEFT JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN'
WHERE k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY COALESCE(t.search_key, z.search_key), k.id LIMIT :limit OFFSET :offset;

-- sku_by_name_type (lang:s type:i min:i max:i stock:i limit:i offset:i) -> (id:i) [hot]
SELECT k.id FROM sku k JOIN sku_stock s ON s.sku_id = k.id
LEFT JOIN sku_text t ON t.sku_id = k.id AND t.lang = :lang
LEFT JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN'
WHERE k.type_id = :type AND k.status = 'on_sale' AND k.price BETWEEN :min AND :max AND (:stock = 0 OR s.stock > 0)
ORDER BY COALESCE(t.search_key, z.search_key), k.id LIMIT :limit OFFSET :offset;

-- sku_detail (lang:s id:i) -> (detail:s reviews:i stars:i) [hot]
SELECT COALESCE(t.detail, z.detail), COALESCE(r.reviews, 0), COALESCE(r.stars, 0)
FROM sku k
LEFT JOIN spu_text t ON t.spu_id = k.spu_id AND t.lang = :lang
LEFT JOIN spu_text z ON z.spu_id = k.spu_id AND z.lang = 'zh-CN'
LEFT JOIN sku_rating r ON r.sku_id = k.id
WHERE k.id = :id AND k.status <> 'retired';

-- sku_images (id:i) -> (url:s) [hot]
SELECT url FROM sku_image WHERE sku_id = :id ORDER BY position, id LIMIT 20;

-- sku_relatives (id:i) -> (id:i sibling:i) [hot]
(SELECT o.id, 1 FROM sku k JOIN sku o ON o.spu_id = k.spu_id
 WHERE k.id = :id AND o.id <> :id AND o.status = 'on_sale' ORDER BY o.net_amount, o.id LIMIT 30)
UNION ALL
(SELECT o.id, 0 FROM sku k JOIN sku o ON o.type_id = k.type_id AND o.status = 'on_sale'
 WHERE k.id = :id AND o.id <> :id AND o.spu_id <> k.spu_id ORDER BY o.id DESC LIMIT 2);

-- sku_status (id:i) -> (id:i) [hot]
SELECT id FROM sku WHERE id = :id AND status <> 'retired';

-- sku_reviews (sku:i before:i limit:i) -> (id:i username:s rating:i content:s created:t reply:s replied:t) [hot]
SELECT r.id, u.username, r.rating, r.content, r.created_at, r.reply, r.replied_at
FROM review r JOIN user u ON u.id = r.user_id
WHERE r.sku_id = :sku AND NOT r.hidden AND r.id < :before ORDER BY r.id DESC LIMIT :limit;

-- banner_list (lang:s) -> (id:i sku:i image:s title:s) [hot]
SELECT b.id, b.sku_id, b.image, COALESCE(t.title, z.title)
FROM banner b
LEFT JOIN banner_text t ON t.banner_id = b.id AND t.lang = :lang
LEFT JOIN banner_text z ON z.banner_id = b.id AND z.lang = 'zh-CN'
WHERE b.id > 0 ORDER BY b.position, b.id LIMIT 20;

-- promotion_list (lang:s) -> (id:i name:s image:s url:s) [hot]
SELECT p.id, COALESCE(t.name, z.name), p.image, p.url
FROM promotion p
LEFT JOIN promotion_text t ON t.promotion_id = p.id AND t.lang = :lang
LEFT JOIN promotion_text z ON z.promotion_id = p.id AND z.lang = 'zh-CN'
WHERE p.id > 0 ORDER BY p.position, p.id LIMIT 20;

-- pick_list () -> (type:i sku:i titled:i) [hot]
SELECT p.type_id, p.sku_id, p.display = 'title'
FROM home_pick p JOIN sku k ON k.id = p.sku_id AND k.status = 'on_sale'
WHERE p.id > 0 ORDER BY p.type_id, p.display, p.position, p.id LIMIT 500;
