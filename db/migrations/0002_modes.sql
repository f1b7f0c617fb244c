CREATE TABLE "run_would" (
	"run_id" integer NOT NULL,
	"path_key" text NOT NULL,
	CONSTRAINT "run_would_run_id_path_key_pk" PRIMARY KEY("run_id","path_key")
);
--> statement-breakpoint
ALTER TABLE "library" ADD COLUMN "needs_answer" jsonb;--> statement-breakpoint
ALTER TABLE "run_would" ADD CONSTRAINT "run_would_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;