ALTER TABLE "thread_event" DROP CONSTRAINT "thread_event_kind";--> statement-breakpoint
ALTER TABLE "thread_area" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "post_answered" ON "post" USING btree ("reply_to_id") WHERE "post"."reply_to_id" is not null;--> statement-breakpoint
CREATE INDEX "thread_area_list" ON "thread_area" USING btree ("area_id","pinned","last_post_at");--> statement-breakpoint
CREATE INDEX "notification_thread" ON "notification" USING btree ("thread_id");--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_kind" CHECK ("kind" in ('lock', 'unlock', 'pin', 'unpin', 'move', 'rename', 'retag', 'answer', 'unanswer', 'show', 'hand-over'));