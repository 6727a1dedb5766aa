CREATE EXTENSION IF NOT EXISTS citext;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION raccordo (COPY = italian);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION raccordo
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
