CREATE TABLE "audit_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"act" text NOT NULL,
	"person_id" uuid,
	"organization_id" uuid,
	"system" text,
	"subject" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seal" char(64),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_token" text NOT NULL,
	"person_id" uuid NOT NULL,
	"seat_id" uuid,
	"shared" boolean DEFAULT false NOT NULL,
	"user_agent" text,
	"expires" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_id_unique" UNIQUE("id"),
	CONSTRAINT "session_session_token_unique" UNIQUE("session_token")
);
--> statement-breakpoint
CREATE TABLE "verification_token" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_token_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"sha256" char(64) PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"pages" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" "citext" NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"posting_address" "citext" NOT NULL,
	"list_ids" text[] DEFAULT '{}' NOT NULL,
	"audience" text NOT NULL,
	"posting_rule" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_slug_unique" UNIQUE("slug"),
	CONSTRAINT "area_posting_address_unique" UNIQUE("posting_address"),
	CONSTRAINT "area_audience" CHECK ("audience" in ('network', 'communes', 'chosen', 'public')),
	CONSTRAINT "area_posting_rule" CHECK ("posting_rule" in ('members', 'coordinators'))
);
--> statement-breakpoint
CREATE TABLE "area_follow" (
	"area_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_follow_person_id_area_id_pk" PRIMARY KEY("person_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "area_organization" (
	"area_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	CONSTRAINT "area_organization_area_id_organization_id_pk" PRIMARY KEY("area_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"name" text NOT NULL,
	"inline" boolean DEFAULT false NOT NULL,
	CONSTRAINT "attachment_position" UNIQUE("post_id","position")
);
--> statement-breakpoint
CREATE TABLE "old_address" (
	"path" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"organization_id" uuid,
	"channel" text NOT NULL,
	"reply_to_id" uuid,
	"message_id" text,
	"body" jsonb NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"quoted_html" text,
	"masked" integer DEFAULT 0 NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('raccordo', "post"."text")) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_number" UNIQUE("thread_id","number"),
	CONSTRAINT "post_channel" CHECK ("channel" in ('web', 'mail'))
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "thread_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"home_area_id" uuid NOT NULL,
	"title" text NOT NULL,
	"normalized_title" text NOT NULL,
	"slug" text NOT NULL,
	"author_id" uuid NOT NULL,
	"organization_id" uuid,
	"solved_by_post_id" uuid,
	"post_count" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_post_at" timestamp with time zone NOT NULL,
	"last_poster_id" uuid,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('raccordo', "thread"."title")) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "thread_area" (
	"thread_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"last_post_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_area_thread_id_area_id_pk" PRIMARY KEY("thread_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "thread_read" (
	"person_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"last_number" integer NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_read_person_id_thread_id_pk" PRIMARY KEY("person_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "thread_tag" (
	"thread_id" uuid NOT NULL,
	"tag" "citext" NOT NULL,
	CONSTRAINT "thread_tag_thread_id_tag_pk" PRIMARY KEY("thread_id","tag")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"body_hash" char(64) NOT NULL,
	"sender" "citext",
	"subject" text DEFAULT '' NOT NULL,
	"sent_at" timestamp with time zone,
	"area_id" uuid,
	"outcome" text NOT NULL,
	"reason" text,
	"post_id" uuid,
	"size" integer NOT NULL,
	"raw" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_outcome" CHECK ("outcome" in ('posted', 'duplicate', 'automatic', 'bounce', 'held', 'broken'))
);
--> statement-breakpoint
CREATE TABLE "lead_mandate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"act" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" "citext" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"province" text,
	"istat_code" text,
	"belfiore_code" text,
	"website" text,
	"email_domain" "citext",
	"joined_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organization_kind" CHECK ("kind" in ('commune', 'institution', 'partner')),
	CONSTRAINT "organization_status" CHECK ("status" in ('member', 'interested', 'external', 'former'))
);
--> statement-breakpoint
CREATE TABLE "address" (
	"email" "citext" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"organization_id" uuid,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "address_kind" CHECK ("kind" in ('personal', 'office', 'pec'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" "citext",
	"email_verified" timestamp with time zone,
	"image" text,
	"has_account" boolean DEFAULT false NOT NULL,
	"phone" text,
	"signature" text,
	"locale" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_locale" CHECK ("locale" in ('it', 'en'))
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seat_role" CHECK ("role" in ('operator', 'referent', 'coordinator', 'officer', 'reader', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_organization" ADD CONSTRAINT "area_organization_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_organization" ADD CONSTRAINT "area_organization_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_file_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_reply_to" FOREIGN KEY ("reply_to_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_home_area_id_area_id_fk" FOREIGN KEY ("home_area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_last_poster_id_person_id_fk" FOREIGN KEY ("last_poster_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_area" ADD CONSTRAINT "thread_area_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_area" ADD CONSTRAINT "thread_area_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_tag" ADD CONSTRAINT "thread_tag_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_mandate" ADD CONSTRAINT "lead_mandate_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address" ADD CONSTRAINT "address_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entry" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_unsealed" ON "audit_entry" USING btree ("seal");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "file_created" ON "file" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "post_message_id" ON "post" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "post_author" ON "post" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "post_posted" ON "post" USING btree ("posted_at");--> statement-breakpoint
CREATE INDEX "post_search" ON "post" USING gin ("search");--> statement-breakpoint
CREATE INDEX "thread_last_post" ON "thread" USING btree ("last_post_at");--> statement-breakpoint
CREATE INDEX "thread_normalized_title" ON "thread" USING btree ("normalized_title");--> statement-breakpoint
CREATE INDEX "thread_search" ON "thread" USING gin ("search");--> statement-breakpoint
CREATE INDEX "thread_author" ON "thread" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "thread_area_recent" ON "thread_area" USING btree ("area_id","last_post_at");--> statement-breakpoint
CREATE INDEX "thread_tag_tag" ON "thread_tag" USING btree ("tag");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_identity" ON "mail" USING btree ("message_id","body_hash");--> statement-breakpoint
CREATE INDEX "mail_post" ON "mail" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "mail_held" ON "mail" USING btree ("created_at") WHERE "mail"."outcome" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "lead_mandate_open" ON "lead_mandate" USING btree ((true)) WHERE "lead_mandate"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "organization_email_domain" ON "organization" USING btree ("email_domain");--> statement-breakpoint
CREATE INDEX "address_person" ON "address" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_open" ON "seat" USING btree ("person_id","organization_id","role") WHERE "seat"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "seat_organization" ON "seat" USING btree ("organization_id");