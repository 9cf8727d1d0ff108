//! The server as a process: TLS by certificate files, health, figures, and its end.

use crate::run::Desk;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// A running server.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts one on a free port and waits for its address.
    pub(crate) fn start(desk: &Desk, words: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_tijori"))
            .args(["server", "--listen", "127.0.0.1:0"])
            .args(words)
            .env("TIJORI_DATA", desk.data())
            .env("LC_ALL", "en_US.UTF-8")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("a line").expect("text");
        let (_, rest) = first.split_once("://").expect("an address");
        let address = rest.split(". ").next().expect("an address").to_owned();
        // The rest is read so that the server is not kept waiting for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("a connection")
    }

    /// Tells it that its certificate was renewed.
    #[cfg(unix)]
    fn hang_up(&self) {
        let id = self.process.id().to_string();
        let told = Command::new("kill").args(["-HUP", &id]).status();
        assert!(told.expect("kill").success());
    }

    /// Tells it to stop, and whether it ended well.
    pub(crate) fn stop(mut self) -> bool {
        let told = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        told.expect("kill").success() && self.process.wait().expect("its end").success()
    }
}

/// Asks for a page over any connection, as text with its headers.
fn ask(mut stream: impl Read + Write, host: &str, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    // A server that closes without a TLS goodbye has answered all the same.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// Makes a certificate for this computer; nothing where `openssl` is not here.
fn certificate(chain: &Path, key: &Path) -> bool {
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
        ])
        .args(["-nodes", "-days", "30", "-subj", "/CN=localhost"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .args(["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"])
        .args([
            "-keyout".as_ref(),
            key.as_os_str(),
            "-out".as_ref(),
            chain.as_os_str(),
        ])
        .stderr(Stdio::null())
        .status();
    made.is_ok_and(|status| status.success())
}

fn over_tls(server: &Server, chain: &Path) -> StreamOwned<ClientConnection, TcpStream> {
    let mut roots = RootCertStore::empty();
    let certificate = CertificateDer::from_pem_file(chain).expect("a certificate");
    roots.add(certificate).expect("a certificate");
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("a name");
    let connection = ClientConnection::new(Arc::new(config), name).expect("a connection");
    StreamOwned::new(connection, server.connect())
}

#[test]
fn tls_is_spoken_with_the_files_of_a_certificate() {
    let desk = Desk::new();
    let (chain, key) = (desk.file("chain.pem"), desk.file("key.pem"));
    if !certificate(&chain, &key) {
        eprintln!("skipped: openssl is not here");
        return;
    }
    let (shown, secret) = (chain.display().to_string(), key.display().to_string());
    let server = Server::start(&desk, &["--tls-cert", &shown, "--tls-key", &secret]);
    let answer = ask(over_tls(&server, &chain), &server.address, "/sign-in");
    assert!(answer.starts_with("HTTP/1.1 303"), "to the setup: {answer}");
    assert!(
        answer.contains("strict-transport-security: max-age=31536000"),
        "{answer}"
    );
    // Somebody who says nothing keeps nobody waiting, and plain HTTP gets no page.
    let _silent = server.connect();
    let plain = ask(server.connect(), &server.address, "/sign-in");
    assert!(
        !plain.starts_with("HTTP/1.1 2") && !plain.starts_with("HTTP/1.1 3"),
        "{plain}"
    );
    let answer = ask(over_tls(&server, &chain), &server.address, "/health");
    assert!(answer.ends_with("ok\n"), "{answer}");
    assert!(server.stop());
}

/// Whether somebody who trusts this certificate alone reaches the server.
fn is_shown(server: &Server, chain: &Path) -> bool {
    let mut stream = over_tls(server, chain);
    stream.conn.complete_io(&mut stream.sock).is_ok()
}

#[cfg(unix)]
#[test]
fn a_renewed_certificate_is_shown_when_the_server_is_told_and_a_broken_one_is_not() {
    let desk = Desk::new();
    let (chain, key) = (desk.file("chain.pem"), desk.file("key.pem"));
    let (renewed, renewed_key) = (desk.file("renewed.pem"), desk.file("renewed-key.pem"));
    if !certificate(&chain, &key) || !certificate(&renewed, &renewed_key) {
        eprintln!("skipped: openssl is not here");
        return;
    }
    let first = desk.file("first.pem");
    std::fs::copy(&chain, &first).expect("a copy");
    let (shown, secret) = (chain.display().to_string(), key.display().to_string());
    let server = Server::start(&desk, &["--tls-cert", &shown, "--tls-key", &secret]);
    assert!(is_shown(&server, &first) && !is_shown(&server, &renewed));
    std::fs::copy(&renewed, &chain).expect("a copy");
    std::fs::copy(&renewed_key, &key).expect("a copy");
    assert!(is_shown(&server, &first), "nobody has told it yet");
    server.hang_up();
    let begun = std::time::Instant::now();
    while !is_shown(&server, &renewed) {
        assert!(begun.elapsed() < std::time::Duration::from_secs(20));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::fs::write(&chain, "no certificate").expect("a file");
    server.hang_up();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(is_shown(&server, &renewed), "the good one stays");
    assert!(server.stop());
}

#[test]
fn a_certificate_that_cannot_be_read_is_said_and_nothing_is_served() {
    let desk = Desk::new();
    let ran = desk.run(&[
        "server",
        "--tls-cert",
        "nowhere.pem",
        "--tls-key",
        "nowhere.pem",
    ]);
    assert_eq!(ran.exit_code, 64);
    assert!(ran.complained.contains("nowhere.pem"), "{}", ran.complained);
}

#[test]
fn health_and_figures_are_told_and_the_end_is_in_order() {
    let desk = Desk::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let metrics = free.local_addr().expect("an address").to_string();
    drop(free);
    let server = Server::start(&desk, &["--metrics", &metrics]);
    let health = ask(server.connect(), "anybody", "/health");
    assert!(
        health.starts_with("HTTP/1.1 200") && health.ends_with("ok\n"),
        "{health}"
    );
    let foreign = ask(server.connect(), "evil.example", "/sign-in");
    assert!(foreign.starts_with("HTTP/1.1 421"), "{foreign}");
    // The figures are nowhere but at their own address.
    let here = ask(server.connect(), &server.address, "/metrics");
    assert!(!here.contains("tijori_requests_total"), "{here}");
    let watcher = TcpStream::connect(&metrics).expect("a connection");
    let figures = ask(watcher, &metrics, "/metrics");
    assert!(
        figures.contains("tijori_requests_total{status=\"4xx\"} 1"),
        "{figures}"
    );
    assert!(server.stop());
}
