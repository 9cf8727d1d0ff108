# The bound on the lines of one record (SPEC-api.md, 2.4).
error-lines-too-many = Un enregistrement compte { $limit-number } lignes au plus. Répartissez-les sur plusieurs enregistrements.
