ALTER TABLE "media_file" DROP CONSTRAINT "media_file_library_id_library_id_fk";
--> statement-breakpoint
ALTER TABLE "library_entry" DROP CONSTRAINT "library_entry_library_id_library_id_fk";
--> statement-breakpoint
ALTER TABLE "run_entry" DROP CONSTRAINT "run_entry_run_id_run_id_fk";
--> statement-breakpoint
ALTER TABLE "run_entry" DROP CONSTRAINT "run_entry_run_library_id_run_library_id_fk";
