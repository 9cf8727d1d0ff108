//! A real S3 server in this process, which checks signatures.

use catalog::S3Place;
use catalog::contract::key;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use std::net::SocketAddr;
use std::path::Path;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

pub const ACCESS_KEY_ID: &str = "AKIDTEST";
pub const SECRET: &str = "a-secret-that-nobody-guesses";

/// The server; it ends with this.
pub struct Server {
    pub address: SocketAddr,
    folder: TempDir,
    // Dropped last: its threads serve until then.
    _runtime: Runtime,
}

impl Server {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("books")).expect("a bucket");
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let files = s3s_fs::FileSystem::new(folder.path()).expect("a file system");
        let service = {
            let mut builder = S3ServiceBuilder::new(files);
            builder.set_auth(SimpleAuth::from_single(ACCESS_KEY_ID, SECRET));
            builder.build()
        };
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(async move {
            let server = Builder::new(TokioExecutor::new());
            while let Ok((socket, _)) = listener.accept().await {
                let connection = server
                    .serve_connection(TokioIo::new(socket), service.clone())
                    .into_owned();
                tokio::spawn(async move {
                    let _ = connection.await;
                });
            }
        });
        Self {
            address,
            folder,
            _runtime: runtime,
        }
    }

    pub fn place(&self) -> S3Place {
        place_at(self.address)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// A place whose server listens there.
pub fn place_at(address: SocketAddr) -> S3Place {
    S3Place {
        endpoint: format!("http://{address}"),
        region: "us-east-1".to_owned(),
        bucket: "books".to_owned(),
        prefix: "shop/backups".to_owned(),
        is_path_style: true,
        access_key_id: ACCESS_KEY_ID.to_owned(),
        secret: key(9),
    }
}
