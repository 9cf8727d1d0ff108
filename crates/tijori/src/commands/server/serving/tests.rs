//! The end of a server while somebody reads and somebody saves.

use super::*;
use axum::http::Method;
use axum::routing::any;
use std::future::IntoFuture;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use web::blocking::blocking;

/// How long answers may go on here.
const A_LITTLE: Duration = Duration::from_millis(300);
/// How long a save takes here: longer than answers may.
const A_SAVE: Duration = Duration::from_millis(1500);
/// A page that nobody waits for any more, and that nothing stops.
const A_PAGE: Duration = Duration::from_secs(300);

/// What goes on at the server.
#[derive(Clone, Default)]
struct Work {
    file: PathBuf,
    is_reading: Arc<AtomicBool>,
    is_saving: Arc<AtomicBool>,
}

impl Work {
    async fn answer(self, method: Method) -> StatusCode {
        let done = blocking(move || {
            if method == Method::GET {
                self.is_reading.store(true, Ordering::Relaxed);
                std::thread::sleep(A_PAGE);
            } else {
                self.is_saving.store(true, Ordering::Relaxed);
                std::thread::sleep(A_SAVE);
                std::fs::write(&self.file, "saved").map_err(|_| web::PageError::internal())?;
            }
            Ok(())
        });
        match done.await {
            Ok(()) => StatusCode::OK,
            Err(error) => error.status,
        }
    }

    fn has_begun(&self) -> bool {
        self.is_reading.load(Ordering::Relaxed) && self.is_saving.load(Ordering::Relaxed)
    }
}

/// Serves until a page and a save have begun; then it is told to stop.
async fn serve_until_both_have_begun(work: Work) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let answering = work.clone();
    let router = Router::new()
        .route("/", any(move |method: Method| answering.answer(method)))
        .layer(from_fn(web::lasting::told_apart));
    let told = async move {
        while !work.has_begun() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let mut asking = Vec::new();
    for method in ["GET", "POST"] {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        let request = format!("{method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("asked");
        asking.push(stream);
    }
    let served = until(told, A_LITTLE, |told| {
        axum::serve(listener, router)
            .with_graceful_shutdown(told)
            .into_future()
    });
    served.await.expect("it served");
}

/// docs/SPEC-users.md, 5.3.
#[test]
fn spec_5_3_the_end_waits_for_a_save_and_not_for_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let work = Work {
        file: folder.path().join("record"),
        ..Work::default()
    };
    let runtime = Runtime::new().expect("a runtime");
    let begun = Instant::now();
    runtime.block_on(serve_until_both_have_begun(work.clone()));
    assert!(!work.file.exists(), "the save goes on");
    end_within(runtime, Duration::from_secs(60));
    let saved = std::fs::read_to_string(&work.file).expect("the save ended");
    assert_eq!(saved, "saved");
    assert!(begun.elapsed() < Duration::from_secs(30), "{begun:?}");
}

/// docs/SPEC-users.md, 5.2b.
#[test]
fn spec_5_2b_whoever_listens_to_all_the_world_in_clear_text_is_told() {
    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        wanted: ServerArguments,
    }
    let judged = |words: &[&str], address: &str| {
        let line = [&["tijori"], words].concat();
        let line = <Line as clap::Parser>::try_parse_from(line).expect("arguments");
        is_in_clear(&line.wanted, address.parse().expect("an address"))
    };
    for (address, is_told) in [
        ("127.0.0.1:1", false),
        ("[::1]:1", false),
        ("192.168.1.5:1", false),
        ("10.0.0.5:1", false),
        ("[fd00::5]:1", false),
        ("[::ffff:192.168.1.5]:1", false),
        ("0.0.0.0:1", true),
        ("[::]:1", true),
        ("203.0.113.5:1", true),
        ("[2001:db8::5]:1", true),
    ] {
        assert_eq!(judged(&[], address), is_told, "{address}");
        assert!(!judged(&["--proxy", "10.0.0.1"], address), "{address}");
        let tls = ["--tls-cert", "chain.pem", "--tls-key", "key.pem"];
        assert!(!judged(&tls, address), "{address}");
    }
}
