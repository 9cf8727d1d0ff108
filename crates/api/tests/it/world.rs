//! A server with a data folder of its own, users, and tokens.

use crate::memory_means::MemoryMeans;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use books::Key;
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::sync::Arc;
use store::BusinessStore;
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use tower::ServiceExt;
use users::{
    AccessToken, Hasher, MemoryDirectory, Role, Scope, Seal, Secret, SignIn, User, UsersError,
};
use web::{App, Jobs, OpenedFiles};

pub const HOST: &str = "127.0.0.1:7878";

struct Plain;

impl Seal for Plain {
    fn seal(&self, _: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(bytes.to_vec())
    }

    fn open(&self, _: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(sealed.to_vec())
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&self.bytes)))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// The code of a problem.
    pub fn code(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        problem["code"].as_str().expect("a code").to_owned()
    }
}

/// A server.
pub struct World {
    pub users: Arc<web::Users>,
    pub app: Arc<App>,
    router: Router,
    _folder: TempDir,
}

impl World {
    pub fn new() -> Self {
        Self::over(|store| store)
    }

    /// The same over a store that something stands before.
    pub fn over(before: impl FnOnce(Arc<dyn BusinessStore>) -> Arc<dyn BusinessStore>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let data = folder.path().join("data");
        let store = Arc::new(SqliteStore::open(&data).expect("a data folder"));
        let opened = Arc::new(OpenedFiles::new(
            Arc::new(figures::KeptStore::new(store)),
            Box::new(|folder| Ok(Arc::new(SqliteStore::open(folder)?))),
        ));
        let users = web::Users {
            sign_in: SignIn::new(
                Arc::new(MemoryDirectory::default()),
                Hasher::new(1).expect("a hasher"),
                Arc::new(Plain),
            ),
            name: "books.example.com".to_owned(),
            is_secure: false,
            origin: "https://books.example.com".to_owned(),
            proxies: Vec::new(),
            subscribed: None,
        }
        .shared();
        let installation = Key::from_random([7; 16]);
        let means = Box::new(MemoryMeans::default());
        let app = Arc::new(App {
            keeping: Arc::new(backup::Keeping::new(opened.clone(), means, installation)),
            store: before(opened.clone()),
            opened,
            installation,
            program_version: "0.1.0",
            user_name: "owner".to_owned(),
            time_zone: "Asia/Dhaka".to_owned(),
            hosts: vec![HOST.to_owned()],
            downloads: Arc::new(web::DownloadRoom::of_one_house()),
            attachment_bytes_max: 1_000_000,
            users: Some(users.clone()),
            mailroom: web::Mailroom::new(&data),
            imports: web::ImportSettings::new(&data),
            jobs: Jobs::default(),
        });
        Self {
            users,
            router: api::router(app.clone()).fallback_service(web::router(app.clone())),
            app,
            _folder: folder,
        }
    }

    /// A user, by number.
    pub fn user(&self, number: u8, role: Role) -> Key {
        let key = Key::from_bytes([number; 16]);
        let user = User {
            key,
            name: format!("user{number}"),
            full_name: format!("User {number}"),
            email: String::new(),
            role,
            is_disabled: false,
            created_at: Timestamp::now(),
        };
        let kept = self.users.sign_in.directory().put_user(&user);
        kept.expect("a user");
        key
    }

    /// A token of a user.
    pub fn token(&self, user: Key, scope: Scope, business: Option<Key>) -> String {
        let life = SignedDuration::from_hours(24);
        let made = AccessToken::new(user, "Till", scope, business, Timestamp::now(), life);
        let (token, Secret(secret)) = made.expect("a token");
        let kept = self.users.sign_in.directory().put_token(&token);
        kept.expect("a directory");
        secret
    }

    /// A business with nothing in it.
    pub fn business(&self, number: u8) -> Key {
        let key = Key::from_bytes([0xb0 + number; 16]);
        let profile = store::Profile {
            name: format!("Dokan {number}"),
            country: Some("BD".to_owned()),
            time_zone: "Asia/Dhaka".to_owned(),
            installation: Key::from_random([7; 16]),
            absent: Vec::new(),
        };
        let made = self.app.store.begin(key, &profile).expect("a business");
        made.publish().expect("a business");
        key
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let sent = self.router.clone().oneshot(request).await;
        let (parts, body) = sent.expect("an answer").into_parts();
        let bytes = body.collect().await.expect("the body").to_bytes().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    /// Asks with a token, headers of its own, and a JSON document.
    pub async fn ask(
        &self,
        token: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::ACCEPT_LANGUAGE, "en");
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned()));
        self.send(request.expect("a request")).await
    }

    pub async fn get(&self, token: &str, path: &str) -> Answer {
        self.ask(token, "GET", path, &[], "").await
    }
}
