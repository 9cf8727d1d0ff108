//! TLS to a real server: only one whose certificate proves it is spoken to (SPEC-cloud.md, 2.13).

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use store::StoreError;
use store_postgres::{Database, Settings, prepare};
use tempfile::TempDir;
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};

/// Two authorities, and a server's certificate for `localhost` by the first of them.
struct Papers {
    folder: TempDir,
}

impl Papers {
    /// Nothing where `openssl` is not installed.
    fn new() -> Option<Self> {
        let papers = Self {
            folder: TempDir::new().unwrap(),
        };
        let authority = [
            "-subj",
            "/CN=Ours",
            "-addext",
            "keyUsage=critical,keyCertSign",
        ];
        papers.make("ca", &authority).then_some(())?;
        assert!(papers.make("other", &authority));
        let (ca, key) = (papers.pem("ca"), papers.key("ca"));
        let signed = ["-CA", ca.to_str().unwrap(), "-CAkey", key.to_str().unwrap()];
        let of_server = [
            "-subj",
            "/CN=localhost",
            "-addext",
            "basicConstraints=critical,CA:FALSE",
            "-addext",
            "subjectAltName=DNS:localhost",
        ];
        assert!(papers.make("server", &[&signed[..], &of_server[..]].concat()));
        Some(papers)
    }

    fn make(&self, name: &str, options: &[&str]) -> bool {
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt"])
            .args(["ec_paramgen_curve:P-256", "-nodes", "-days", "30"])
            .args(options)
            .arg("-keyout")
            .arg(self.key(name))
            .arg("-out")
            .arg(self.pem(name))
            .stderr(Stdio::null())
            .status();
        made.is_ok_and(|status| status.success())
    }

    fn pem(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.pem"))
    }

    fn key(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.key"))
    }

    fn by(&self, mode: &str, authority: &str) -> String {
        format!(
            "sslmode={mode}&sslrootcert={}",
            self.pem(authority).display()
        )
    }
}

fn open(url: &str, scratch: &Path) -> Result<Database, StoreError> {
    Database::open(&Settings {
        url: url.to_owned(),
        connections_count_max: 2,
        wait: Duration::from_secs(1),
        scratch: scratch.to_owned(),
    })
}

/// Why it was not opened.
fn refusal(url: &str, scratch: &Path) -> String {
    match open(url, scratch) {
        Ok(_) => panic!("{url} was spoken to"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn only_a_server_that_proves_who_it_is_is_spoken_to() {
    let Some(papers) = Papers::new() else {
        println!("skipped: openssl is not installed here");
        return;
    };
    let server = PostgresServer::start_over_tls(&papers.pem("server"), &papers.key("server"));
    let Some(server) = server.unwrap() else {
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let name = server.create_database(None).unwrap();
    let scratch = papers.folder.path();
    let at =
        |role: &str, host: &str, how: &str| server.url_over_tls(role, host, &name, how).unwrap();
    let proven = papers.by("verify-full", "ca");
    prepare(&at(OWNER, "localhost", &proven), ROLE).unwrap();
    for mode in ["verify-full", "verify-ca", "require"] {
        let database = open(&at(ROLE, "localhost", &papers.by(mode, "ca")), scratch).unwrap();
        let connections = "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
             WHERE usename = 'tijori'";
        assert_eq!(
            server.sql(&name, connections).unwrap().trim(),
            "t",
            "{mode}"
        );
        drop(database);
        // By another authority, by those of the system, and made out to another host.
        let other = refusal(&at(ROLE, "localhost", &papers.by(mode, "other")), scratch);
        assert!(
            other.contains("invalid peer certificate"),
            "{mode}: {other}"
        );
        let mode_alone = format!("sslmode={mode}");
        let unknown = refusal(&at(ROLE, "localhost", &mode_alone), scratch);
        assert!(
            unknown.contains("invalid peer certificate"),
            "{mode}: {unknown}"
        );
        let elsewhere = refusal(&at(ROLE, "127.0.0.1", &papers.by(mode, "ca")), scratch);
        assert!(
            elsewhere.contains("invalid peer certificate"),
            "{mode}: {elsewhere}"
        );
    }
    assert!(
        prepare(
            &at(OWNER, "localhost", &papers.by("require", "other")),
            ROLE
        )
        .is_err()
    );
}

#[test]
fn a_server_that_says_it_knows_no_tls_is_told_nothing() {
    let Some(papers) = Papers::new() else {
        println!("skipped: openssl is not installed here");
        return;
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut question = [0; 8];
        stream.read_exact(&mut question).unwrap();
        stream.write_all(b"N").unwrap();
        let mut rest = Vec::new();
        let _closed = stream.read_to_end(&mut rest);
        rest
    });
    let how = papers.by("verify-full", "ca");
    let url = format!("postgresql://tijori:geheim@localhost:{port}/books?{how}");
    let refused = refusal(&url, papers.folder.path());
    assert!(!refused.contains("geheim"), "{refused}");
    assert_eq!(
        heard.join().unwrap(),
        b"",
        "neither name nor password was sent"
    );
}
