CREATE TABLE "saved_search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"question" text NOT NULL,
	"name" text NOT NULL,
	"mail_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_search_news" (
	"search_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"digest_id" uuid NOT NULL,
	CONSTRAINT "saved_search_news_search_id_post_id_pk" PRIMARY KEY("search_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_news" ADD CONSTRAINT "saved_search_news_search_id_saved_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_news" ADD CONSTRAINT "saved_search_news_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_news" ADD CONSTRAINT "saved_search_news_digest_id_digest_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_search_question" ON "saved_search" USING btree ("person_id","question");--> statement-breakpoint
CREATE INDEX "saved_search_news_digest" ON "saved_search_news" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "saved_search_news_post" ON "saved_search_news" USING btree ("post_id");