-- What the foreign keys did that 0003 dropped: entries go with their run library and with their library, and a file
-- forgets the library that saw it. Those who write them lock or change the parent's row in the same transaction.
CREATE FUNCTION run_library_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "run_entry" WHERE "run_library_id" = OLD."id";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_library_gone AFTER DELETE ON "run_library" FOR EACH ROW EXECUTE FUNCTION run_library_gone();
--> statement-breakpoint
CREATE FUNCTION library_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "library_entry" WHERE "library_id" = OLD."id";
  UPDATE "media_file" SET "library_id" = NULL WHERE "library_id" = OLD."id";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER library_gone AFTER DELETE ON "library" FOR EACH ROW EXECUTE FUNCTION library_gone();
