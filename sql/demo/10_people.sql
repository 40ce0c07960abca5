-- People of the demo: the shopper (password demo-fresh-2026), the staff member with every role
-- (staff-fresh-2026), and customers who wrote reviews; nobody can log in as those: '*' is no hash.

INSERT INTO user (id, username, username_key, email, email_key, password_hash, active, lang, created_at, updated_at)
VALUES
  (1, 'demo', 'demo', 'demo@example.com', 'demo@example.com',
    '$argon2id$v=19$m=65536,t=2,p=1$WFBI6k4HF3dD8irdvrkEGw$bPa516PtztBQDyYxkcsY/0pW49srMLvDXABgCO2GNc8',
    TRUE, 'zh-CN', UTC_TIMESTAMP(6) - INTERVAL 100 DAY, UTC_TIMESTAMP(6) - INTERVAL 100 DAY),
  (2, 'staff', 'staff', 'staff@example.com', 'staff@example.com',
    '$argon2id$v=19$m=65536,t=2,p=1$qiqkkuqmr8uiSJKubc99bA$Xf+AJWusMsiHYuU9kGS1aiqQkXNTDfikqHULjRGt5kA',
    TRUE, 'zh-CN', UTC_TIMESTAMP(6) - INTERVAL 100 DAY, UTC_TIMESTAMP(6) - INTERVAL 100 DAY),
  (3, 'linxiaoyu', 'linxiaoyu', 'linxiaoyu@example.com', 'linxiaoyu@example.com', '*', TRUE, 'zh-CN',
    UTC_TIMESTAMP(6) - INTERVAL 80 DAY, UTC_TIMESTAMP(6) - INTERVAL 80 DAY),
  (4, '豆豆妈', '豆豆妈', 'doudouma@example.com', 'doudouma@example.com', '*', TRUE, 'zh-CN',
    UTC_TIMESTAMP(6) - INTERVAL 78 DAY, UTC_TIMESTAMP(6) - INTERVAL 78 DAY),
  (5, 'old_chen', 'old_chen', 'chendawei@example.com', 'chendawei@example.com', '*', TRUE, 'zh-CN',
    UTC_TIMESTAMP(6) - INTERVAL 74 DAY, UTC_TIMESTAMP(6) - INTERVAL 74 DAY),
  (6, 'emma_wright', 'emma_wright', 'emma.wright@example.com', 'emma.wright@example.com', '*', TRUE, 'en',
    UTC_TIMESTAMP(6) - INTERVAL 70 DAY, UTC_TIMESTAMP(6) - INTERVAL 70 DAY),
  (7, 'zhaoqing', 'zhaoqing', 'zhaoqing@example.com', 'zhaoqing@example.com', '*', TRUE, 'zh-CN',
    UTC_TIMESTAMP(6) - INTERVAL 66 DAY, UTC_TIMESTAMP(6) - INTERVAL 66 DAY),
  (8, 'tomas_k', 'tomas_k', 'tomas.k@example.com', 'tomas.k@example.com', '*', TRUE, 'en',
    UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY),
  (9, '阿福爱做饭', '阿福爱做饭', 'afu@example.com', 'afu@example.com', '*', TRUE, 'zh-CN',
    UTC_TIMESTAMP(6) - INTERVAL 57 DAY, UTC_TIMESTAMP(6) - INTERVAL 57 DAY);

INSERT INTO staff (user_id, roles, created_at) VALUES
  (2, 'catalogue,orders,support,finance,admin', UTC_TIMESTAMP(6) - INTERVAL 100 DAY);

INSERT INTO address (id, user_id, receiver, region, region_code, detail, zip_code, phone, is_default, created_at, updated_at)
VALUES
  (1, 1, '李明远', '北京市海淀区', '110108', '中关村大街 27 号院 3 号楼 1202 室', '100080', '13800138001', TRUE,
    UTC_TIMESTAMP(6) - INTERVAL 88 DAY, UTC_TIMESTAMP(6) - INTERVAL 88 DAY),
  (2, 1, '李明远', '上海市浦东新区', '310115', '世纪大道 1500 弄 8 号 602 室', '200122', '13800138001', FALSE,
    UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY);
