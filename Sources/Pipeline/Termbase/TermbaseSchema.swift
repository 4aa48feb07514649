internal import GRDB

/// The tables of a termbase; docs/formats.md says what they hold.
enum TermbaseSchema {
  /// Makes the tables in an empty database, and refuses what is none of ours.
  static func prepare(_ database: Database, path: String) throws {
    let isEmpty =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      && number(database, "application_id") == 0 && number(database, "user_version") == 0
    guard isEmpty else { return try check(database, path: path) }
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(Termbase.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(Termbase.version)")
  }

  /// - Throws: `TermbaseError` where the database is no termbase, or one of a later version.
  static func check(_ database: Database, path: String) throws {
    guard try number(database, "application_id") == Termbase.applicationID else {
      throw TermbaseError.notTermbase(path: path)
    }
    let version = try number(database, "user_version")
    guard version <= Termbase.version else {
      throw TermbaseError.newer(path: path, version: version, known: Termbase.version)
    }
    guard version == Termbase.version else { throw TermbaseError.damaged(path: path) }
  }

  private static func number(_ database: Database, _ name: String) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
  }

  // STRICT (SQLite 3.37) keeps what others write into the file to the types that are read.
  private static let tables = """
    CREATE TABLE concepts (
      id TEXT NOT NULL PRIMARY KEY,
      status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected', 'edited')),
      kinds TEXT NOT NULL,
      domain TEXT,
      note TEXT,
      score REAL NOT NULL,
      first_seen INTEGER NOT NULL,
      last_seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE terms (
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
      place INTEGER NOT NULL,
      term TEXT NOT NULL,
      form TEXT NOT NULL CHECK (form IN ('term', 'acronym', 'fullForm')),
      usage TEXT CHECK (usage IN ('preferred', 'admitted', 'deprecated')),
      PRIMARY KEY (concept, language, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX terms_by_term ON terms (term);
    CREATE TABLE printed (
      concept TEXT NOT NULL,
      language TEXT NOT NULL,
      place INTEGER NOT NULL,
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (concept, language, place, number),
      FOREIGN KEY (concept, language, place) REFERENCES terms (concept, language, place) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence (
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      documents INTEGER NOT NULL,
      PRIMARY KEY (concept, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sources (
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      document TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (concept, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contexts (
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
      number INTEGER NOT NULL,
      document TEXT NOT NULL,
      first_byte INTEGER,
      end_byte INTEGER,
      before TEXT NOT NULL,
      term TEXT NOT NULL,
      after TEXT NOT NULL,
      PRIMARY KEY (concept, language, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE flags (
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (concept, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decisions (
      number INTEGER PRIMARY KEY,
      concept TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
      time INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected', 'edited')),
      origin TEXT NOT NULL,
      terms TEXT NOT NULL
    ) STRICT;
    CREATE INDEX decisions_by_concept ON decisions (concept);
    CREATE VIEW glossary AS
      SELECT id, status,
        (SELECT group_concat(term, ' | ') FROM terms WHERE concept = id AND language = 'kk') AS kk,
        (SELECT group_concat(term, ' | ') FROM terms WHERE concept = id AND language = 'ru') AS ru,
        (SELECT group_concat(term, ' | ') FROM terms WHERE concept = id AND language = 'en') AS en,
        (SELECT max(datetime(time, 'unixepoch')) FROM decisions WHERE concept = id) AS decided,
        datetime(first_seen, 'unixepoch') AS first_seen, datetime(last_seen, 'unixepoch') AS last_seen, note
      FROM concepts;
    """
}
