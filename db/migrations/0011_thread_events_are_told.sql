-- A thread's page shows everybody what was done to it beside its posts, which was not told.
CREATE TRIGGER tell_public_pages AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "thread_event"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_pages();
