//! A real S3 server in this process, which checks signatures.

use catalog::S3Place;
use catalog::contract::key;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::dto::*;
use s3s::service::S3ServiceBuilder;
use s3s::{S3, S3Request, S3Response, S3Result};
use s3s_fs::FileSystem;
use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::pin::Pin;
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
    runtime: Runtime,
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
        let files = FileSystem::new(folder.path()).expect("a file system");
        let service = {
            let mut builder = S3ServiceBuilder::new(LongKeys(files));
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
            runtime,
        }
    }

    /// Freezes it until what is given back is let go of: it takes every call and answers none,
    /// because its only thread waits.
    pub fn freeze(&self) -> std::sync::mpsc::Sender<()> {
        let (goes_on, waits) = std::sync::mpsc::channel::<()>();
        self.runtime.spawn(async move {
            let _ = waits.recv();
        });
        // Whatever it is at takes no longer than this.
        std::thread::sleep(std::time::Duration::from_millis(300));
        goes_on
    }

    pub fn place(&self) -> S3Place {
        place_at(self.address)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// An answer on its way.
type Coming<'a, T> = Pin<Box<dyn Future<Output = S3Result<S3Response<T>>> + Send + 'a>>;

/// The server's folder, for keys as long as ours. While an upload in parts goes on, it notes what
/// was said of the object in a file whose name holds the key in base64, which no file system takes
/// beyond some 130 letters. That note has a short name here. What is noted of a finished object is
/// not so long, and fits for 160 letters.
struct LongKeys(FileSystem);

/// What needs nothing more than to be passed on.
macro_rules! passed_on {
    ($($name:ident($input:ty) -> $output:ty;)*) => {$(
        fn $name<'life0, 'async_trait>(
            &'life0 self,
            request: S3Request<$input>,
        ) -> Coming<'async_trait, $output>
        where
            'life0: 'async_trait,
            Self: 'async_trait,
        {
            self.0.$name(request)
        }
    )*};
}

impl S3 for LongKeys {
    fn create_multipart_upload<'life0, 'async_trait>(
        &'life0 self,
        mut request: S3Request<CreateMultipartUploadInput>,
    ) -> Coming<'async_trait, CreateMultipartUploadOutput>
    where
        'life0: 'async_trait,
        Self: 'async_trait,
    {
        let key = std::mem::replace(&mut request.input.key, "begun".to_owned());
        let begun = self.0.create_multipart_upload(request);
        Box::pin(async move {
            let mut answer = begun.await?;
            answer.output.key = Some(key);
            Ok(answer)
        })
    }

    passed_on! {
        abort_multipart_upload(AbortMultipartUploadInput) -> AbortMultipartUploadOutput;
        complete_multipart_upload(CompleteMultipartUploadInput) -> CompleteMultipartUploadOutput;
        copy_object(CopyObjectInput) -> CopyObjectOutput;
        delete_object(DeleteObjectInput) -> DeleteObjectOutput;
        delete_objects(DeleteObjectsInput) -> DeleteObjectsOutput;
        get_object(GetObjectInput) -> GetObjectOutput;
        head_bucket(HeadBucketInput) -> HeadBucketOutput;
        head_object(HeadObjectInput) -> HeadObjectOutput;
        list_objects_v2(ListObjectsV2Input) -> ListObjectsV2Output;
        put_object(PutObjectInput) -> PutObjectOutput;
        upload_part(UploadPartInput) -> UploadPartOutput;
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
