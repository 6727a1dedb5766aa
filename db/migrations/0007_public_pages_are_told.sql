-- Whoever keeps finished public pages is told when something they may show has changed: once per transaction, at its end.
CREATE FUNCTION tell_public_pages() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_notify('raccordo_public_pages', '');
  RETURN NULL;
END $$;--> statement-breakpoint
DO $$ DECLARE shown text; BEGIN
  FOREACH shown IN ARRAY ARRAY['area', 'thread', 'thread_area', 'thread_tag', 'thread_merge', 'tag_synonym', 'post', 'post_move',
    'post_removal', 'attachment', 'file', 'person', 'organization', 'lead_mandate', 'seat'] LOOP
    EXECUTE format('CREATE TRIGGER tell_public_pages AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION tell_public_pages()', shown);
  END LOOP;
END $$;
