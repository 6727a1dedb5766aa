ALTER TABLE "post" drop column "search";--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('raccordo', left("post"."text", 250000))) STORED;--> statement-breakpoint
CREATE INDEX "post_search" ON "post" USING gin ("search");
