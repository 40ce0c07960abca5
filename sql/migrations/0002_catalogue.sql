-- Goods: types, SPUs, SKUs, pictures, the home page; texts per language stand beside what they describe and
-- fall back to zh-CN. sku_stock holds the two counters that orders change; no foreign key points at it, since
-- the shared locks that foreign keys take would make hot orders deadlock.

CREATE TABLE IF NOT EXISTS goods_type (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  logo       VARCHAR(255) NOT NULL,
  image      VARCHAR(255) NOT NULL,
  position   INT NOT NULL DEFAULT 0,
  retired    BOOLEAN NOT NULL DEFAULT FALSE,
  version    BIGINT NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL
);

CREATE TABLE IF NOT EXISTS goods_type_text (
  type_id BIGINT NOT NULL,
  lang    ENUM('zh-CN','en') NOT NULL,
  name    VARCHAR(60) NOT NULL,
  PRIMARY KEY (type_id, lang),
  CONSTRAINT goods_type_text_type FOREIGN KEY (type_id) REFERENCES goods_type (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS spu (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  retired    BOOLEAN NOT NULL DEFAULT FALSE,
  version    BIGINT NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL
);

CREATE TABLE IF NOT EXISTS spu_text (
  spu_id BIGINT NOT NULL,
  lang   ENUM('zh-CN','en') NOT NULL,
  name   VARCHAR(100) NOT NULL,
  detail TEXT NOT NULL COMMENT 'Markdown (CommonMark)',
  PRIMARY KEY (spu_id, lang),
  CONSTRAINT spu_text_spu FOREIGN KEY (spu_id) REFERENCES spu (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sku (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  spu_id     BIGINT NOT NULL,
  type_id    BIGINT NOT NULL,
  price      BIGINT NOT NULL COMMENT 'fen',
  net_amount BIGINT NOT NULL,
  net_unit   ENUM('g','ml','piece') NOT NULL,
  image      VARCHAR(255) NOT NULL,
  status     ENUM('on_sale','off_sale','retired') NOT NULL DEFAULT 'on_sale',
  version    BIGINT NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  KEY spu_id (spu_id),
  KEY by_id (status, id),
  KEY by_price (status, price, id),
  KEY type_by_id (type_id, status, id),
  KEY type_by_price (type_id, status, price, id),
  CONSTRAINT sku_spu FOREIGN KEY (spu_id) REFERENCES spu (id),
  CONSTRAINT sku_type FOREIGN KEY (type_id) REFERENCES goods_type (id),
  CONSTRAINT sku_price CHECK (price BETWEEN 0 AND 10000000000),
  CONSTRAINT sku_net CHECK (net_amount > 0)
);

CREATE TABLE IF NOT EXISTS sku_text (
  sku_id     BIGINT NOT NULL,
  lang       ENUM('zh-CN','en') NOT NULL,
  name       VARCHAR(100) NOT NULL,
  summary    VARCHAR(255) NOT NULL,
  unit       VARCHAR(20) NOT NULL COMMENT 'what one is: 500g, box',
  search_key VARCHAR(255) NOT NULL COMMENT 'pinyin and initials, or the lowered name',
  PRIMARY KEY (sku_id, lang),
  KEY by_name (lang, search_key, sku_id),
  CONSTRAINT sku_text_sku FOREIGN KEY (sku_id) REFERENCES sku (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sku_image (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku_id   BIGINT NOT NULL,
  position INT NOT NULL DEFAULT 0,
  url      VARCHAR(255) NOT NULL,
  KEY sku_id (sku_id, position),
  CONSTRAINT sku_image_sku FOREIGN KEY (sku_id) REFERENCES sku (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sku_stock (
  sku_id BIGINT NOT NULL PRIMARY KEY,
  stock  BIGINT NOT NULL DEFAULT 0,
  sales  BIGINT NOT NULL DEFAULT 0,
  KEY sales (sales, sku_id),
  CONSTRAINT sku_stock_sku FOREIGN KEY (sku_id) REFERENCES sku (id),
  CONSTRAINT sku_stock_stock CHECK (stock >= 0),
  CONSTRAINT sku_stock_sales CHECK (sales >= 0)
);

CREATE TABLE IF NOT EXISTS sku_rating (
  sku_id  BIGINT NOT NULL PRIMARY KEY,
  reviews BIGINT NOT NULL DEFAULT 0,
  stars   BIGINT NOT NULL DEFAULT 0 COMMENT 'sum over the reviews shown',
  CONSTRAINT sku_rating_sku FOREIGN KEY (sku_id) REFERENCES sku (id) ON DELETE CASCADE,
  CONSTRAINT sku_rating_sane CHECK (reviews >= 0 AND stars BETWEEN reviews AND 5 * reviews)
);

CREATE TABLE IF NOT EXISTS banner (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku_id   BIGINT NOT NULL,
  image    VARCHAR(255) NOT NULL,
  position INT NOT NULL DEFAULT 0,
  version  BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT banner_sku FOREIGN KEY (sku_id) REFERENCES sku (id)
);

CREATE TABLE IF NOT EXISTS banner_text (
  banner_id BIGINT NOT NULL,
  lang      ENUM('zh-CN','en') NOT NULL,
  title     VARCHAR(100) NOT NULL,
  PRIMARY KEY (banner_id, lang),
  CONSTRAINT banner_text_banner FOREIGN KEY (banner_id) REFERENCES banner (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS promotion (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  image    VARCHAR(255) NOT NULL,
  url      VARCHAR(255) NOT NULL COMMENT 'a path of this shop',
  position INT NOT NULL DEFAULT 0,
  version  BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE IF NOT EXISTS promotion_text (
  promotion_id BIGINT NOT NULL,
  lang         ENUM('zh-CN','en') NOT NULL,
  name         VARCHAR(100) NOT NULL,
  PRIMARY KEY (promotion_id, lang),
  CONSTRAINT promotion_text_promotion FOREIGN KEY (promotion_id) REFERENCES promotion (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS home_pick (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type_id  BIGINT NOT NULL,
  sku_id   BIGINT NOT NULL,
  display  ENUM('title','picture') NOT NULL,
  position INT NOT NULL DEFAULT 0,
  version  BIGINT NOT NULL DEFAULT 1,
  UNIQUE KEY once (type_id, display, sku_id),
  CONSTRAINT home_pick_type FOREIGN KEY (type_id) REFERENCES goods_type (id),
  CONSTRAINT home_pick_sku FOREIGN KEY (sku_id) REFERENCES sku (id)
);
