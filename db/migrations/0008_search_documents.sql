CREATE TABLE "file_text" (
	"sha256" char(64) NOT NULL,
	"part" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "file_text_sha256_part_pk" PRIMARY KEY("sha256","part")
);
--> statement-breakpoint
CREATE TABLE "search_document" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"group_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" bigserial NOT NULL,
	"digest" char(64) NOT NULL,
	"title" text NOT NULL,
	"stems" text NOT NULL,
	"words" text NOT NULL,
	"readers" text[] NOT NULL,
	"areas" text[] DEFAULT '{}' NOT NULL,
	"person_id" uuid,
	"organization" text,
	"year" smallint,
	"answered" boolean,
	"at" timestamp with time zone NOT NULL,
	"stem_vector" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', left("search_document"."stems", 250000))) STORED NOT NULL,
	"word_vector" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', left("search_document"."words", 250000))) STORED NOT NULL,
	"name_vector" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', split_part("search_document"."words", chr(10), 1))) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_synonym" (
	"id" text PRIMARY KEY NOT NULL,
	"forms" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_waiting" (
	"document_id" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "post_search";--> statement-breakpoint
DROP INDEX "thread_search";--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "text_state" text;--> statement-breakpoint
ALTER TABLE "file_text" ADD CONSTRAINT "file_text_sha256_file_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file"("sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_document_group" ON "search_document" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "search_document_subject" ON "search_document" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "search_document_at" ON "search_document" USING btree ("at");--> statement-breakpoint
CREATE INDEX "search_document_stems" ON "search_document" USING gin ("stem_vector");--> statement-breakpoint
CREATE INDEX "search_document_words" ON "search_document" USING gin ("word_vector");--> statement-breakpoint
CREATE INDEX "search_document_names" ON "search_document" USING gin ("name_vector");--> statement-breakpoint
CREATE INDEX "search_word_letters" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "post" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "thread" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_text_state" CHECK ("text_state" in ('read', 'unreadable', 'none'));--> statement-breakpoint
INSERT INTO "search_synonym" ("id", "forms") VALUES
	('pds', array['pds', 'permesso di soggiorno', 'titolo di soggiorno']),
	('cds', array['cds', 'carta di soggiorno', 'permesso di lungo periodo', 'permesso ue per soggiornanti di lungo periodo', 'lungosoggiornanti']),
	('sui', array['sui', 'sportello unico immigrazione', 'sportello unico per l''immigrazione']),
	('tui', array['tui', 'testo unico immigrazione', 'd.lgs. 286/1998', 'testo unico sull''immigrazione']),
	('msna', array['msna', 'minori stranieri non accompagnati', 'minore non accompagnato']),
	('spid', array['spid', 'identità digitale', 'sistema pubblico di identità digitale']),
	('rdf', array['rdf', 'ricongiungimento familiare', 'ricongiungimento']),
	('rdc', array['rdc', 'reddito di cittadinanza']),
	('isee', array['isee', 'indicatore della situazione economica']),
	('aire', array['aire', 'anagrafe degli italiani residenti all''estero', 'residenti all''estero']),
	('anpr', array['anpr', 'anagrafe nazionale della popolazione residente', 'anagrafe nazionale']),
	('cie', array['cie', 'carta d''identità elettronica', 'carta di identità']),
	('ssn', array['ssn', 'servizio sanitario nazionale']),
	('ssr', array['ssr', 'servizio sanitario regionale']),
	('asl', array['asl', 'azienda sanitaria locale', 'ats', 'asst']),
	('inps', array['inps', 'istituto nazionale della previdenza sociale']),
	('inail', array['inail', 'istituto nazionale assicurazione infortuni sul lavoro']),
	('uepe', array['uepe', 'ufficio esecuzione penale esterna']),
	('cpia', array['cpia', 'centro provinciale per l''istruzione degli adulti', 'corso di italiano per adulti']),
	('sai', array['sai', 'sistema di accoglienza e integrazione', 'sprar', 'siproimi']),
	('cas', array['cas', 'centro di accoglienza straordinaria', 'centri di accoglienza']),
	('stp', array['stp', 'straniero temporaneamente presente']),
	('eni', array['eni', 'europeo non iscritto']),
	('pec', array['pec', 'posta elettronica certificata']),
	('cpi', array['cpi', 'centro per l''impiego']),
	('lsu', array['lsu', 'lavori socialmente utili']),
	('dpr', array['dpr', 'decreto del presidente della repubblica']),
	('dlgs', array['dlgs', 'decreto legislativo']),
	('dl', array['dl', 'decreto legge']),
	('dpcm', array['dpcm', 'decreto del presidente del consiglio dei ministri']),
	('dm', array['dm', 'decreto ministeriale']),
	('lr', array['lr', 'legge regionale']),
	('circ', array['circ', 'circolare']),
	('art', array['art', 'articolo']),
	('co', array['co', 'comma']),
	('gu', array['gu', 'gazzetta ufficiale']),
	('auu', array['auu', 'assegno unico universale', 'assegno unico']),
	('fami', array['fami', 'fondo asilo migrazione e integrazione']),
	('cf', array['cf', 'codice fiscale']),
	('ade', array['ade', 'agenzia delle entrate']),
	('odg', array['odg', 'ordine del giorno']),
	('tm', array['tm', 'tribunale per i minorenni']),
	('tar', array['tar', 'tribunale amministrativo regionale']),
	('gg', array['gg', 'giorni']),
	('ue', array['ue', 'unione europea', 'comunitari']),
	('ps', array['ps', 'pubblica sicurezza']),
	('utg', array['ufficio territoriale del governo', 'utg', 'prefettura']),
	('unhcr', array['unhcr', 'alto commissariato delle nazioni unite per i rifugiati']),
	('oim', array['oim', 'organizzazione internazionale per le migrazioni']),
	('asgi', array['asgi', 'associazione studi giuridici sull''immigrazione']),
	('anci', array['anci', 'associazione nazionale comuni italiani']),
	('caf', array['caf', 'centro di assistenza fiscale']),
	('naspi', array['naspi', 'indennità di disoccupazione', 'disoccupazione']),
	('did', array['did', 'dichiarazione di immediata disponibilità']),
	('tari', array['tari', 'tassa rifiuti', 'tributi']),
	('imu', array['imu', 'imposta municipale']),
	('mq', array['mq', 'metri quadrati', 'superficie']),
	('cf-provvisorio', array['cf provvisorio', 'codice fiscale provvisorio', 'codice fiscale numerico']),
	('protezione-internazionale', array['protezione internazionale', 'asilo']),
	('rpi', array['rpi', 'richiedente protezione internazionale', 'richiedente asilo', 'asilante']),
	('commissione-territoriale', array['ct', 'commissione territoriale']),
	('protezione-speciale', array['ps', 'protezione speciale']),
	('ospitalita', array['ospitalità', 'dichiarazione di ospitalità', 'cessione di fabbricato', 'comunicazione di ospitalità']),
	('badante', array['badante', 'assistente familiare', 'colf']),
	('sanatoria', array['sanatoria', 'emersione', 'regolarizzazione']),
	('profugo', array['profugo', 'sfollato', 'protezione temporanea']),
	('idoneita-abitativa', array['idoneità abitativa', 'idoneità alloggiativa', 'idoneità dell''alloggio']),
	('maggiore-eta', array['maggiore età', '18 anni', 'diciottenne', 'neodiciottenne', 'maggiorenne']),
	('vigili', array['vigili', 'polizia locale']),
	('preavviso-di-rigetto', array['preavviso di rigetto', '10-bis']),
	('bambino', array['bambino', 'bimbo', 'neonato']),
	('datore-di-lavoro', array['datore di lavoro', 'datore', 'ditta', 'azienda']),
	('sportello', array['sportello', 'bancone']),
	('volantino', array['volantino', 'cartello', 'foglio informativo']),
	('appuntamento', array['appuntamento', 'prenotazione']),
	('marito', array['marito', 'moglie', 'coniuge']),
	('padre', array['padre', 'papà', 'genitore']),
	('madre', array['madre', 'mamma', 'genitore']),
	('ius-sanguinis', array['ius sanguinis', 'discendenza']),
	('ius-soli', array['ius soli', 'nati in italia']),
	('prosieguo-amministrativo', array['prosieguo amministrativo', 'prosieguo']),
	('irreperibilita', array['irreperibilità', 'cancellazione anagrafica', 'irreperibile']),
	('iscrizione-anagrafica', array['iscrizione anagrafica', 'residenza', 'dimora abituale']),
	('conversione', array['conversione', 'convertire', 'convertito']),
	('iscrizione', array['iscrizione', 'iscritto', 'iscrivere']),
	('domanda', array['domanda', 'istanza', 'richiesta']),
	('rinnovo', array['rinnovo', 'rinnovare']),
	('consulta', array['consulta', 'corte costituzionale']),
	('ricevuta', array['ricevuta', 'cedolino']),
	('modello', array['modello', 'modulo']);
