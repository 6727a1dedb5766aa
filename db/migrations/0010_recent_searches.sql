-- What a person asked last: words typed are theirs alone, no reaction or public page hears of them.
CREATE TABLE "recent_search" (
	"person_id" uuid NOT NULL,
	"query" text NOT NULL,
	"searched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recent_search_person_id_query_pk" PRIMARY KEY("person_id","query")
);
--> statement-breakpoint
ALTER TABLE "recent_search" ADD CONSTRAINT "recent_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;