CREATE TABLE "feed_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "feed_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "post_move" (
	"thread_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"reason" text NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "post_move_thread_id_number_pk" PRIMARY KEY("thread_id","number")
);
--> statement-breakpoint
CREATE TABLE "tag_synonym" (
	"synonym" "citext" PRIMARY KEY NOT NULL,
	"tag" "citext" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_merge" (
	"thread_id" uuid PRIMARY KEY NOT NULL,
	"into_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"reason" text NOT NULL,
	"merged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unanswered_week" (
	"week" date PRIMARY KEY NOT NULL,
	"letters" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_event" DROP CONSTRAINT "thread_event_kind";--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "moved_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_move" ADD CONSTRAINT "post_move_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_move" ADD CONSTRAINT "post_move_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_move" ADD CONSTRAINT "post_move_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_move" ADD CONSTRAINT "post_move_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_synonym" ADD CONSTRAINT "tag_synonym_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merge" ADD CONSTRAINT "thread_merge_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merge" ADD CONSTRAINT "thread_merge_into_id_thread_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merge" ADD CONSTRAINT "thread_merge_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merge" ADD CONSTRAINT "thread_merge_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_token_open" ON "feed_token" USING btree ("person_id") WHERE "feed_token"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "post_move_post" ON "post_move" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "tag_synonym_tag" ON "tag_synonym" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "thread_merge_into" ON "thread_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "post_organization" ON "post" USING btree ("organization_id","thread_id");--> statement-breakpoint
CREATE INDEX "post_mail_opening" ON "post" USING btree ("thread_id") WHERE "post"."number" = 1 and "post"."channel" = 'mail';--> statement-breakpoint
CREATE INDEX "thread_organization" ON "thread" USING btree ("organization_id","last_post_at");--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_kind" CHECK ("kind" in ('lock', 'unlock', 'pin', 'unpin', 'move', 'rename', 'retag', 'answer', 'unanswer', 'show', 'hand-over', 'split', 'split-off', 'merge'));