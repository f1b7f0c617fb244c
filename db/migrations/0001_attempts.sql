CREATE TABLE "run_attempt" (
	"run_id" integer NOT NULL,
	"attempt" smallint NOT NULL,
	"started_by" text,
	"started_by_name" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"filter" jsonb NOT NULL,
	"force" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"asked" "pg_snapshot" NOT NULL,
	"after_id" bigint DEFAULT 0 NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"settled" integer DEFAULT 0 NOT NULL,
	"fixed" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "run_attempt_run_id_attempt_pk" PRIMARY KEY("run_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "run_entry_attempt" (
	"entry_id" bigint NOT NULL,
	"attempt" smallint NOT NULL,
	"status" text NOT NULL,
	"action" text,
	"code" text,
	"detail" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "run_entry_attempt_entry_id_attempt_pk" PRIMARY KEY("entry_id","attempt")
);
--> statement-breakpoint
ALTER TABLE "run_entry" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "run_entry" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "run_entry" ADD COLUMN "settled_by" "xid8";--> statement-breakpoint
ALTER TABLE "run_entry" ADD COLUMN "prior_status" text;--> statement-breakpoint
ALTER TABLE "run_cursor" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "run_library" ADD COLUMN "floor" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "run_attempt" ADD CONSTRAINT "run_attempt_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_entry_attempt" ADD CONSTRAINT "run_entry_attempt_entry_id_run_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."run_entry"("id") ON DELETE cascade ON UPDATE no action;