-- What a version holds, and under which number, never changes: only its name and note do. The schema file cannot say this.
CREATE FUNCTION "refuse_version_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Version % of letter % is immutable.', OLD."number", OLD."letterId" USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "LetterSnapshot_immutable"
  BEFORE UPDATE OF "id", "firmId", "letterId", "number", "occasion", "content", "contentHash", "createdById", "createdAt" ON "LetterSnapshot"
  FOR EACH ROW EXECUTE FUNCTION "refuse_version_change"();
