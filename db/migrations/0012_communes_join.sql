CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"notice_days" integer DEFAULT 90 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"email" "citext" NOT NULL,
	"token_hash" text,
	"contact_name" text,
	"contact_office" text,
	"contact_phone" text,
	"referent_name" text,
	"referent_email" "citext",
	"referent_phone" text,
	"organ" text,
	"act" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"resolution_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "application_organ" CHECK ("organ" in ('giunta', 'consiglio', 'commissario', 'determina', 'decreto')),
	CONSTRAINT "application_purpose" CHECK ("purpose" in ('join', 'withdraw'))
);
--> statement-breakpoint
CREATE TABLE "interest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"commune_id" uuid,
	"email" "citext" NOT NULL,
	"contact_name" text NOT NULL,
	"message" text NOT NULL,
	"link_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"handled_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interest_link_hash_unique" UNIQUE("link_hash"),
	CONSTRAINT "interest_kind" CHECK ("kind" in ('commune', 'institution', 'partner'))
);
--> statement-breakpoint
CREATE TABLE "membership_reminder" (
	"step_id" uuid NOT NULL,
	"days" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "membership_reminder_step_id_days_pk" PRIMARY KEY("step_id","days")
);
--> statement-breakpoint
CREATE TABLE "membership_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"deed" text NOT NULL,
	"state" text NOT NULL,
	"taken_on" date NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"application_id" uuid,
	"resolution_id" uuid,
	"person_id" uuid,
	"acting_for_id" uuid,
	"reason" text,
	"term_on" date,
	"into_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_step_deed" CHECK ("deed" in ('express-interest', 'invite', 'request', 'file', 'ask', 'refuse', 'lapse', 'verify', 'sign', 'admit', 'renew', 'suspend', 'resume', 'withdraw', 'recall', 'end', 'merge', 'succeed')),
	CONSTRAINT "membership_step_state" CHECK ("state" in ('interested', 'invited', 'requested', 'filed', 'asked', 'verified', 'signed', 'active', 'suspended', 'withdrawing', 'ended', 'refused', 'lapsed', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "resolution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"organ" text NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"session_on" date NOT NULL,
	"subject" text NOT NULL,
	"immediate" boolean NOT NULL,
	"published_from" date,
	"published_to" date,
	"enforceable_on" date,
	"protocol_number" text,
	"protocol_on" date,
	"register_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resolution_organ" CHECK ("organ" in ('giunta', 'consiglio', 'commissario', 'determina', 'decreto'))
);
--> statement-breakpoint
CREATE TABLE "resolution_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resolution_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"signature" text NOT NULL,
	"declared_signer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resolution_file_signature" CHECK ("signature" in ('none', 'cades', 'pades'))
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"invited_by_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_seat_id_unique" UNIQUE("seat_id")
);
--> statement-breakpoint
CREATE TABLE "seat_limit" (
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"most" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seat_limit_kind_role_pk" PRIMARY KEY("kind","role"),
	CONSTRAINT "seat_limit_kind" CHECK ("kind" in ('commune', 'institution', 'partner')),
	CONSTRAINT "seat_limit_role" CHECK ("role" in ('operator', 'referent', 'coordinator', 'officer', 'reader', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "commune" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commune_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"commune_id" uuid NOT NULL,
	"name" text NOT NULL,
	"province" text NOT NULL,
	"istat_code" text,
	"belfiore_code" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization" DROP CONSTRAINT "organization_status";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "commune_id" uuid;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_resolution_id_resolution_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_commune_id_commune_id_fk" FOREIGN KEY ("commune_id") REFERENCES "public"."commune"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_handled_by_id_person_id_fk" FOREIGN KEY ("handled_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_reminder" ADD CONSTRAINT "membership_reminder_step_id_membership_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."membership_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_resolution_id_resolution_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_acting_for_id_organization_id_fk" FOREIGN KEY ("acting_for_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_step" ADD CONSTRAINT "membership_step_into_id_organization_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_file" ADD CONSTRAINT "resolution_file_resolution_id_resolution_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_file" ADD CONSTRAINT "resolution_file_sha256_file_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_person_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_code" ADD CONSTRAINT "commune_code_commune_id_commune_id_fk" FOREIGN KEY ("commune_id") REFERENCES "public"."commune"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_code_person" ON "recovery_code" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_open" ON "application" USING btree ("organization_id") WHERE "application"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_step_number" ON "membership_step" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "membership_step_day" ON "membership_step" USING btree ("taken_on");--> statement-breakpoint
CREATE UNIQUE INDEX "resolution_act" ON "resolution" USING btree ("organization_id","organ","year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "resolution_file_number" ON "resolution_file" USING btree ("resolution_id","number");--> statement-breakpoint
CREATE INDEX "invitation_expires" ON "invitation" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "commune_code_from" ON "commune_code" USING btree ("commune_id","started_on");--> statement-breakpoint
CREATE INDEX "commune_code_name" ON "commune_code" USING btree ("name");--> statement-breakpoint
CREATE INDEX "commune_code_belfiore" ON "commune_code" USING btree ("belfiore_code");--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_commune_id_commune_id_fk" FOREIGN KEY ("commune_id") REFERENCES "public"."commune"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_commune_id_unique" UNIQUE("commune_id");--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_status" CHECK ("status" in ('member', 'interested', 'external', 'former', 'applicant', 'suspended'));--> statement-breakpoint
-- How many hold a role at an organisation is counted under a lock of the organisation, so that two at once cannot both be the last.
CREATE FUNCTION check_seat_limit() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE allowed integer; held integer; BEGIN
  IF NEW.ended_at IS NOT NULL AND NEW.ended_at <= now() THEN RETURN NEW; END IF;
  SELECT l.most INTO allowed FROM seat_limit l JOIN organization o ON o.kind = l.kind
    WHERE o.id = NEW.organization_id AND l.role = NEW.role;
  IF allowed IS NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  SELECT count(DISTINCT person_id) INTO held FROM seat
    WHERE organization_id = NEW.organization_id AND role = NEW.role AND id <> NEW.id AND person_id <> NEW.person_id
      AND (ended_at IS NULL OR ended_at > now());
  IF held >= allowed THEN
    RAISE EXCEPTION 'an organisation has at most % of role %', allowed, NEW.role
      USING ERRCODE = 'check_violation', CONSTRAINT = 'seat_limit';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER check_seat_limit BEFORE INSERT OR UPDATE OF ended_at, role, organization_id ON "seat"
  FOR EACH ROW EXECUTE FUNCTION check_seat_limit();--> statement-breakpoint
-- What the Questura asks of accredited organisations: two referents at most.
INSERT INTO "seat_limit" ("kind", "role", "most") VALUES ('partner', 'referent', 2);--> statement-breakpoint
-- Whoever was in the network before its history was written begins it with the day that is known.
INSERT INTO "membership_step" ("id", "organization_id", "number", "deed", "state", "taken_on", "taken_at")
  SELECT gen_random_uuid(), "id", 1, CASE "status" WHEN 'interested' THEN 'express-interest' ELSE 'admit' END,
    CASE "status" WHEN 'interested' THEN 'interested' ELSE 'active' END,
    coalesce("joined_on", ("created_at" AT TIME ZONE 'Europe/Rome')::date), "created_at"
  FROM "organization" WHERE "status" IN ('member', 'interested', 'former');--> statement-breakpoint
INSERT INTO "membership_step" ("id", "organization_id", "number", "deed", "state", "taken_on", "taken_at")
  SELECT gen_random_uuid(), "id", 2, 'end', 'ended',
    greatest("joined_on", ("created_at" AT TIME ZONE 'Europe/Rome')::date), "created_at"
  FROM "organization" WHERE "status" = 'former';--> statement-breakpoint
DO $$ DECLARE shown text; BEGIN
  FOREACH shown IN ARRAY ARRAY['membership_step', 'resolution'] LOOP
    EXECUTE format('CREATE TRIGGER tell_public_pages AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION tell_public_pages()', shown);
  END LOOP;
END $$;
