CREATE TABLE "bounce" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"person_id" uuid,
	"delivery_id" uuid,
	"mail_id" uuid,
	"event_id" text,
	"kind" text NOT NULL,
	"status" text,
	"diagnostic" text,
	"bounced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bounce_kind" CHECK ("kind" in ('permanent', 'transient', 'complaint', 'suppressed'))
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" "citext" NOT NULL,
	"post_id" uuid,
	"digest_id" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	"batch_id" uuid,
	"provider_id" text,
	"provider_message_id" text,
	"trouble" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_state" CHECK ("state" in ('waiting', 'sending', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "delivery_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payload" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"rhythm" text NOT NULL,
	"day" date NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_rhythm" CHECK ("rhythm" in ('daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "mail_stop" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"person_id" uuid,
	"bounce_id" uuid,
	"kind" text NOT NULL,
	"stopped_at" timestamp with time zone NOT NULL,
	"resumed_at" timestamp with time zone,
	"resumed_by_id" uuid,
	CONSTRAINT "mail_stop_kind" CHECK ("kind" in ('permanent', 'transient', 'complaint', 'suppressed'))
);
--> statement-breakpoint
CREATE TABLE "tag_follow" (
	"person_id" uuid NOT NULL,
	"tag" "citext" NOT NULL,
	"mail" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tag_follow_person_id_tag_pk" PRIMARY KEY("person_id","tag"),
	CONSTRAINT "tag_follow_mail" CHECK ("mail" in ('every', 'first', 'daily', 'weekly', 'none'))
);
--> statement-breakpoint
CREATE TABLE "automatic_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"reason" text NOT NULL,
	"mail_id" uuid,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"reason" text,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_decision_kind" CHECK ("kind" in ('release', 'refuse', 'replay'))
);
--> statement-breakpoint
CREATE TABLE "provider_event" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_outcome";--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "message_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "body_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "area" ADD COLUMN "strangers" text DEFAULT 'refuse' NOT NULL;--> statement-breakpoint
ALTER TABLE "area_follow" ADD COLUMN "mail" text DEFAULT 'every' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "door" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "envelope_from" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "envelope_to" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "authentication" jsonb;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "detail" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "own_copies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "second_copies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "office_of_id" uuid;--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_event_id_provider_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."provider_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_digest_id_digest_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_batch_id_delivery_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."delivery_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stop" ADD CONSTRAINT "mail_stop_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stop" ADD CONSTRAINT "mail_stop_bounce_id_bounce_id_fk" FOREIGN KEY ("bounce_id") REFERENCES "public"."bounce"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stop" ADD CONSTRAINT "mail_stop_resumed_by_id_person_id_fk" FOREIGN KEY ("resumed_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_follow" ADD CONSTRAINT "tag_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automatic_answer" ADD CONSTRAINT "automatic_answer_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bounce_email" ON "bounce" USING btree ("email","bounced_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bounce_mail" ON "bounce" USING btree ("mail_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "bounce_event" ON "bounce" USING btree ("event_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_post_person" ON "delivery" USING btree ("post_id","person_id") WHERE "delivery"."post_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_digest" ON "delivery" USING btree ("digest_id") WHERE "delivery"."digest_id" is not null;--> statement-breakpoint
CREATE INDEX "delivery_open" ON "delivery" USING btree ("post_id") WHERE "delivery"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "delivery_person" ON "delivery" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "delivery_provider" ON "delivery" USING btree ("provider_id") WHERE "delivery"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX "delivery_provider_message" ON "delivery" USING btree ("provider_message_id") WHERE "delivery"."provider_message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_day" ON "digest" USING btree ("person_id","rhythm","day");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_stop_open" ON "mail_stop" USING btree ("email") WHERE "mail_stop"."resumed_at" is null;--> statement-breakpoint
CREATE INDEX "mail_stop_person" ON "mail_stop" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tag_follow_tag" ON "tag_follow" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "automatic_answer_email" ON "automatic_answer" USING btree ("email","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "automatic_answer_mail" ON "automatic_answer" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "mail_decision_mail" ON "mail_decision" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "provider_event_open" ON "provider_event" USING btree ("created_at") WHERE "provider_event"."handled_at" is null;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_office_of_id_organization_id_fk" FOREIGN KEY ("office_of_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_received" ON "mail" USING btree ("created_at") WHERE "mail"."outcome" = 'received';--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_sender" ON "mail" USING btree ("sender","created_at");--> statement-breakpoint
CREATE INDEX "mail_message" ON "mail" USING btree ("message_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_provider_id_unique" UNIQUE("provider_id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_office_of_id_unique" UNIQUE("office_of_id");--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_strangers" CHECK ("strangers" in ('refuse', 'hold'));--> statement-breakpoint
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_mail" CHECK ("mail" in ('every', 'first', 'daily', 'weekly', 'none'));--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_door" CHECK ("door" in ('smtp', 'webhook', 'import', 'command'));--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_outcome" CHECK ("outcome" in ('received', 'posted', 'new-thread', 'duplicate', 'command', 'automatic', 'bounce', 'held', 'refused', 'broken'));