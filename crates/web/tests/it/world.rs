//! A program with a data folder of its own, and a browser that knows nothing but requests.

use crate::gate::{Gate, gated};
use crate::memory_means::{MemoryMeans, Secrets};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use books::Key;
use http_body_util::BodyExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use tower::ServiceExt;
use web::{App, Jobs, OpenedFiles};

/// The host of the program under test.
pub const HOST: &str = "127.0.0.1:7878";
/// How long a test waits for long work.
const PATIENCE: Duration = Duration::from_secs(120);

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// Where the answer leads.
    pub fn location(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.header("location").to_owned()
    }
}

/// A program with a data folder of its own.
pub struct World {
    pub app: Arc<App>,
    secrets: Secrets,
    router: Router,
    pub folder: TempDir,
}

impl World {
    pub fn new() -> Self {
        Self::with_users(None)
    }

    /// A program whose disk has this much room for what is sent to it.
    pub fn on_disk(disk: fn(&std::path::Path) -> Option<backup::Disk>) -> Self {
        Self::made_with(None, |imports| imports.disk = disk)
    }

    /// The same where the disk is not the person's.
    pub fn on_disk_of_others(disk: fn(&std::path::Path) -> Option<backup::Disk>) -> Self {
        Self::made_with(None, |imports| {
            imports.disk = disk;
            imports.may_replace = false;
        })
    }

    /// A program that takes files in pieces, and keeps them in this place.
    pub fn with_uploads(place: Arc<dyn catalog::BlobStore>) -> Self {
        Self::made_with(None, |imports| imports.uploads = Some(place))
    }

    /// A program that never waits for a file to be looked through, and in which nothing new is kept
    /// while the gate is shut.
    pub fn gated(gate: &Gate) -> Self {
        Self::made_from(None, Some(gate.clone()), |imports| {
            imports.patience = Some(Duration::ZERO);
        })
    }

    /// A program where people sign in, or nobody does.
    pub fn with_users(users: Option<Arc<web::Users>>) -> Self {
        Self::made_with(users, |_| ())
    }

    fn made_with(
        users: Option<Arc<web::Users>>,
        settle: impl FnOnce(&mut web::ImportSettings),
    ) -> Self {
        Self::made_from(users, None, settle)
    }

    fn made_from(
        users: Option<Arc<web::Users>>,
        gate: Option<Gate>,
        settle: impl FnOnce(&mut web::ImportSettings),
    ) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = SqliteStore::open(&folder.path().join("data")).expect("a data folder");
        let kept = figures::KeptStore::new(Arc::new(store));
        let at_the_gate = gate.clone();
        let opened = Arc::new(OpenedFiles::new(
            gated(kept, gate),
            Box::new(move |folder| Ok(gated(SqliteStore::open(folder)?, at_the_gate.clone()))),
        ));
        let installation = Key::from_random([7; 16]);
        let means = Box::new(MemoryMeans::default());
        let secrets = means.secrets.clone();
        let mut imports = web::ImportSettings::new(&folder.path().join("data"));
        settle(&mut imports);
        let app = Arc::new(App {
            keeping: Arc::new(backup::Keeping::new(opened.clone(), means, installation)),
            store: opened.clone(),
            opened,
            installation,
            program_version: "0.1.0",
            user_name: "Rina Sen".to_owned(),
            time_zone: "Asia/Dhaka".to_owned(),
            hosts: vec![HOST.to_owned(), "localhost:7878".to_owned()],
            downloads: Arc::new(web::DownloadRoom::of_one_house()),
            attachment_bytes_max: web::ATTACHMENT_BYTES_DEFAULT,
            users,
            mailroom: web::Mailroom::new(folder.path().join("data")),
            imports,
            jobs: Jobs::default(),
        });
        Self {
            router: web::router(app.clone()),
            secrets,
            app,
            folder,
        }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body
            .collect()
            .await
            .expect("the whole body")
            .to_bytes()
            .to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_in(path, "en").await
    }

    pub async fn get_in(&self, path: &str, language: &str) -> Answer {
        let request = Request::get(path)
            .header(header::HOST, HOST)
            .header(header::ACCEPT_LANGUAGE, language)
            .body(Body::empty())
            .expect("a request");
        self.send(request).await
    }

    /// The page as text; the status must be 200.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    /// Sends a form from our own page, and waits for what a file leads to.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.looked(self.sent(path, form).await).await
    }

    /// Sends a form from our own page; the first answer.
    pub async fn sent(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", web::addresses::escaped(value)))
            .collect();
        let request = Request::post(path)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")))
            .expect("a request");
        self.send(request).await
    }

    /// Sends a file as the Import page does.
    pub async fn upload(&self, file_name: &str, bytes: &[u8]) -> Answer {
        self.upload_to("/imports", file_name, bytes).await
    }

    /// Sends a file to a page that takes one.
    pub async fn upload_to(&self, path: &str, file_name: &str, bytes: &[u8]) -> Answer {
        self.upload_files(path, &[("file", file_name, bytes)]).await
    }

    /// Sends several files: the field, the name and the bytes of each; waits for what they lead to.
    pub async fn upload_files(
        &self,
        path: &str,
        files: &[(&str, &str, impl AsRef<[u8]>)],
    ) -> Answer {
        self.looked(self.sent_files(path, files).await).await
    }

    /// The same; the first answer.
    pub async fn sent_files(&self, path: &str, files: &[(&str, &str, impl AsRef<[u8]>)]) -> Answer {
        let mut body = Vec::new();
        for (field, file_name, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; \
                 filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes.as_ref());
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let request = Request::post(path)
            .header(header::HOST, HOST)
            .header(header::CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
    }

    /// The same answer, once a file that takes long was looked through: where that leads to, or the
    /// page of its refusal.
    pub async fn looked(&self, answer: Answer) -> Answer {
        let page = answer.header("location").to_owned();
        if !page.starts_with("/looking/") {
            return answer;
        }
        let begun = Instant::now();
        loop {
            let told = self.get(&page).await;
            if !told.text().contains("data-poll") {
                return told;
            }
            assert!(begun.elapsed() < PATIENCE, "looking does not end");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Creates a business with the tabs of the first week and returns its address.
    pub async fn business(&self, name: &str) -> String {
        let form = [
            ("name", name),
            ("country", "BD"),
            ("tab[bank-and-cash-accounts]", "on"),
            ("tab[receipts]", "on"),
            ("tab[payments]", "on"),
            ("tab[customers]", "on"),
            ("tab[sales-invoices]", "on"),
            ("tab[suppliers]", "on"),
            ("tab[purchase-invoices]", "on"),
        ];
        self.post("/businesses", &form).await.location()
    }

    /// Imports a file and returns the address of the new business.
    pub async fn import(&self, file_name: &str, bytes: &[u8]) -> String {
        let preview = self.upload(file_name, bytes).await.location();
        self.confirm(&preview).await
    }

    /// Confirms a preview and waits for the business.
    pub async fn confirm(&self, preview: &str) -> String {
        let next = self
            .post(&format!("{preview}/confirmation"), &[])
            .await
            .location();
        if let Some((business, _)) = next.split_once('?') {
            return business.to_owned();
        }
        let begun = Instant::now();
        loop {
            let page = self.page(&next).await;
            if !page.contains("data-poll") {
                let link = page.split("href=\"/businesses/").nth(1).expect("a link");
                return format!("/businesses/{}", link.split('"').next().expect("its end"));
            }
            assert!(begun.elapsed() < PATIENCE, "the import does not end");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Makes a backup with these fields of the form and waits for it; the address of its page.
    pub async fn backup(&self, business: &str, form: &[(&str, &str)]) -> String {
        let page = self
            .post(&format!("{business}/backups"), form)
            .await
            .location();
        let begun = Instant::now();
        while self.page(&page).await.contains("data-poll") {
            assert!(begun.elapsed() < PATIENCE, "the backup does not end");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        page
    }

    /// The bytes of a file that a builder of `testkit` makes.
    pub fn made(
        &self,
        name: &str,
        build: impl FnOnce(&std::path::Path) -> testkit::sample_files::Built,
    ) -> Vec<u8> {
        let path = self.folder.path().join(name);
        build(&path).expect("a sample file");
        std::fs::read(&path).expect("its bytes")
    }

    /// Empties the vault, as that of a new computer is.
    pub fn forget_secrets(&self) {
        self.secrets.lock().expect("the secrets").clear();
    }

    /// How many businesses there are.
    pub fn businesses_count(&self) -> usize {
        self.app.store.businesses().expect("the list").len()
    }

    /// How many files and folders lie in the folder for temporary files.
    pub fn scratch_count(&self) -> usize {
        std::fs::read_dir(self.app.store.scratch())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name())
            // The store's own mark stays.
            .filter(|name| !name.to_string_lossy().starts_with('.'))
            .count()
    }
}

/// A real sample file, or nothing with a line that says so.
pub fn sample(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/samples")
        .join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not in the folder of samples");
    }
    bytes
}
