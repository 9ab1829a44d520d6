//! plex.tv: devices that sign their way in, and the tokens they get for it.

use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use plex_sdk_contract::Plain;
use plex_sdk_contract::model::{AccountDetails, AuthKeys, ExchangedToken, Jwk, Nonce, Pin};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use serde_json::{Value, json};
use std::time::Duration;

const NOW: i64 = 1_750_000_000;
const DAY: u64 = 24 * 60 * 60;

/// A device with a key.
struct Device<'a> {
    plex: &'a EmbeddedPlex,
    name: &'static str,
    key: Ed25519KeyPair,
    kid: Option<&'static str>,
}

fn device<'a>(plex: &'a EmbeddedPlex, name: &'static str, seed: u8) -> Device<'a> {
    let key = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
    let kid = None;
    Device {
        plex,
        name,
        key,
        kid,
    }
}

fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Device<'_> {
    fn jwk(&self) -> Jwk {
        Jwk {
            kid: self.kid.map(Into::into),
            ..Jwk::ed25519(base64url(self.key.public_key().as_ref()))
        }
    }

    fn sign(&self, claims: &Value) -> String {
        let header = json!({"alg": "EdDSA", "typ": "JWT", "kid": self.kid});
        let part = |value: &Value| base64url(value.to_string().as_bytes());
        let signed = format!("{}.{}", part(&header), part(claims));
        let signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", base64url(signature.as_ref()))
    }

    fn claims(&self, nonce: Option<&str>) -> Value {
        json!({"nonce": nonce, "scope": "username,email", "aud": "plex.tv", "iss": self.name,
            "iat": NOW, "exp": NOW + 300})
    }

    fn ask(&self, method: Method, path: &str) -> Ask {
        ask(method, self.plex.plex_tv_url(), path)
            .client(self.name)
            .json()
    }

    async fn nonce(&self) -> String {
        let answer = self.ask(Method::GET, "/api/v2/auth/nonce").send().await;
        let Plain(Nonce { nonce }) = answer.read();
        nonce.to_string()
    }

    async fn register(&self, token: &str) -> Answer {
        let body = json!({"jwk": self.jwk()});
        let asked = self.ask(Method::POST, "/api/v2/auth/jwk").token(token);
        asked.json_body(&body).send().await
    }

    async fn exchange(&self, jwt: &str) -> Answer {
        let asked = self.ask(Method::POST, "/api/v2/auth/token");
        asked.json_body(&json!({"jwt": jwt})).send().await
    }

    /// A fresh token, all the way.
    async fn token(&self) -> String {
        let nonce = self.nonce().await;
        let answer = self.exchange(&self.sign(&self.claims(Some(&nonce)))).await;
        let Plain(ExchangedToken { auth_token }) = answer.read();
        auth_token.expose().to_owned()
    }

    async fn pin(&self, body: &Value) -> Answer {
        let asked = self.ask(Method::POST, "/api/v2/pins");
        asked.json_body(body).send().await
    }

    async fn poll(&self, pin: &Pin, jwt: Option<&str>) -> Answer {
        let query = jwt.map_or_else(String::new, |jwt| format!("?deviceJWT={jwt}"));
        let path = format!("/api/v2/pins/{}{query}", pin.id);
        self.ask(Method::GET, &path).send().await
    }
}

fn owner_token(plex: &EmbeddedPlex) -> String {
    plex.user(UserKind::Owner).account_token.expose().to_owned()
}

#[tokio::test]
async fn a_registered_device_gets_signed_tokens() {
    let (_clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let tv = device(&plex, "tv", 1);
    assert_eq!(tv.register("nonsense").await.error(), (401, 1001));
    assert_eq!(tv.register(&owner_token(&plex)).await.status, 200);
    let token = tv.token().await;

    let user = tv.ask(Method::GET, "/api/v2/user").token(&token);
    let Plain(account): Plain<AccountDetails> = user.send().await.read();
    assert_eq!(account.title, *plex.user(UserKind::Owner).name);
    let list = tv.ask(Method::GET, "/api/v2/resources").token(&token);
    assert_eq!(list.send().await.value()[0]["owned"], true);
    for server in plex.servers() {
        assert_eq!(get(server.url(), "/").token(&token).status().await, 401);
    }

    // Anyone can check it with the published key.
    let keys = tv.ask(Method::GET, "/api/v2/auth/keys").send().await;
    let Plain(AuthKeys { keys }) = keys.read();
    let key = URL_SAFE_NO_PAD
        .decode(keys.last().unwrap().x.as_str())
        .unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let signature = URL_SAFE_NO_PAD.decode(parts[2]).unwrap();
    let signed = format!("{}.{}", parts[0], parts[1]);
    UnparsedPublicKey::new(&ED25519, key)
        .verify(signed.as_bytes(), &signature)
        .unwrap();
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    assert_eq!(claims["iss"], "plex.tv");
    assert_eq!(claims["aud"], json!(["plex.tv", "tv"]));
    assert_eq!(claims["exp"], NOW + 7 * 24 * 60 * 60);
    assert_eq!(claims["iat"], NOW);
    assert_eq!(claims["thumbprint"].as_str().unwrap().len(), 43);
    assert_eq!(claims["user"]["username"], "olive.owner");
    assert!(claims["user"].get("friendly_name").is_none());
}

#[tokio::test]
async fn a_token_that_the_device_signed_wrong_is_refused() {
    let (_clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let tv = device(&plex, "tv", 1);
    let stranger = device(&plex, "stranger", 2);
    tv.register(&owner_token(&plex)).await;
    let mut wrong = vec![("no nonce", tv.sign(&tv.claims(None)))];
    wrong.push(("made-up nonce", tv.sign(&tv.claims(Some("1")))));
    for (name, value) in [
        ("aud", json!("plex.example")),
        ("aud", Value::Null),
        ("iss", json!("other")),
        ("exp", json!(NOW - 61)),
        ("exp", json!(NOW + 7200)),
        ("exp", Value::Null),
        ("iat", json!(NOW + 600)),
        ("nonce", json!(1)),
    ] {
        let mut claims = tv.claims(Some(&tv.nonce().await));
        claims[name] = value;
        wrong.push((name, tv.sign(&claims)));
    }
    let claims = tv.claims(Some(&tv.nonce().await));
    wrong.push(("another key", stranger.sign(&claims)));
    let right = tv.sign(&claims);
    wrong.push((
        "no signature",
        right[..=right.rfind('.').unwrap()].to_owned(),
    ));
    wrong.push(("no JWT", "abc".to_owned()));
    for (what, jwt) in &wrong {
        assert_eq!(tv.exchange(jwt).await.status, 422, "{what}");
    }
    assert_eq!(
        stranger.exchange(&right).await.status,
        422,
        "another device"
    );
    assert_eq!(tv.exchange(&right).await.status, 200);
    assert_eq!(
        tv.exchange(&right).await.status,
        422,
        "a nonce is good once"
    );
}

#[tokio::test]
async fn nonces_and_tokens_end_by_the_clock() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let tv = device(&plex, "tv", 1);
    tv.register(&owner_token(&plex)).await;
    let token = tv.token().await;
    let old = tv.nonce().await;
    clock.advance(Duration::from_secs(300));
    let mut claims = tv.claims(Some(&old));
    claims["exp"] = (NOW + 600).into();
    assert_eq!(tv.exchange(&tv.sign(&claims)).await.status, 422);
    clock.advance(Duration::from_secs(7 * DAY - 301));
    assert_eq!(checked(&plex, &token).await, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(checked(&plex, &token).await, 498);
    assert_eq!(
        get(plex.server().url(), "/").token(&token).status().await,
        401
    );
}

#[tokio::test]
async fn a_key_belongs_to_one_device() {
    let (_clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let owner = owner_token(&plex);
    let named = |name, seed, kid| Device {
        kid: Some(kid),
        ..device(&plex, name, seed)
    };
    assert_eq!(named("tv", 1, "k1").register(&owner).await.status, 200);
    assert_eq!(named("tv", 1, "k1").register(&owner).await.status, 200);
    assert_eq!(device(&plex, "phone", 1).register(&owner).await.status, 422);
    assert_eq!(named("phone", 2, "k1").register(&owner).await.status, 422);
    let taken = json!({"jwk": device(&plex, "phone", 1).jwk()});
    assert_eq!(device(&plex, "phone", 1).pin(&taken).await.status, 422);

    // The header has to name the key as it was registered.
    let tv = named("tv", 1, "k1");
    let misnamed = named("tv", 1, "k2");
    let nonce = tv.nonce().await;
    let claims = tv.claims(Some(&nonce));
    assert_eq!(tv.exchange(&misnamed.sign(&claims)).await.status, 422);
    assert_eq!(tv.exchange(&tv.sign(&claims)).await.status, 200);

    let good = tv.jwk();
    for bad in [
        Jwk {
            kty: "RSA".into(),
            ..good.clone()
        },
        Jwk {
            crv: "X25519".into(),
            ..good.clone()
        },
        Jwk {
            x: "AAAA".into(),
            ..good.clone()
        },
        Jwk {
            x: "!".into(),
            ..good.clone()
        },
        Jwk {
            x: "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into(),
            ..good.clone()
        },
        Jwk {
            alg: "none".into(),
            ..good.clone()
        },
    ] {
        let asked = tv.ask(Method::POST, "/api/v2/auth/jwk").token(&owner);
        let refused = asked.json_body(&json!({"jwk": bad})).send().await;
        assert_eq!(refused.status, 422, "{bad:?}");
    }
    let asked = tv.ask(Method::POST, "/api/v2/auth/jwk").token(&owner);
    assert_eq!(asked.json_body(&json!({})).send().await.status, 400);
}

#[tokio::test]
async fn a_pin_with_a_key_gives_a_signed_token() {
    let (_clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let tv = device(&plex, "tv", 1);
    let answer = tv.pin(&json!({"strong": true, "jwk": tv.jwk()})).await;
    assert_eq!(answer.status, 201);
    let Plain(pin): Plain<Pin> = answer.read();
    assert_eq!(pin.code.len(), 25);
    let signed = tv.sign(&tv.claims(None));
    let Plain(waiting): Plain<Pin> = tv.poll(&pin, Some(&signed)).await.read();
    assert_eq!(waiting.token(), None);
    plex.approve_pin(&pin.code, UserKind::Friend).unwrap();

    let forged = device(&plex, "tv", 2).sign(&tv.claims(None));
    assert_eq!(tv.poll(&pin, Some(&forged)).await.status, 422);
    let Plain(unsigned): Plain<Pin> = tv.poll(&pin, None).await.read();
    assert_eq!(unsigned.token(), None);
    let Plain(read): Plain<Pin> = tv.poll(&pin, Some(&signed)).await.read();
    let token = read.jwt().unwrap();
    let Plain(again): Plain<Pin> = tv.poll(&pin, Some(&signed)).await.read();
    assert_eq!(again.jwt().unwrap(), token);
    let Plain(hidden): Plain<Pin> = tv.poll(&pin, None).await.read();
    assert_eq!(hidden.token(), None);
    assert_eq!(checked(&plex, token.expose()).await, 200);
    // From now on the key is enough.
    assert_eq!(checked(&plex, &tv.token().await).await, 200);
    let logged = plex.requests();
    assert!(logged.iter().all(|request| !request.path.contains(&signed)));
}

#[tokio::test]
async fn a_device_can_be_removed() {
    let (_clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let (tv, phone) = (device(&plex, "tv", 1), device(&plex, "phone", 2));
    let owner = owner_token(&plex);
    for device in [&tv, &phone] {
        device.register(&owner).await;
    }
    let (on_tv, on_phone, last) = (tv.token().await, phone.token().await, phone.token().await);
    plex.forget_device("tv");
    assert_eq!(checked(&plex, &on_tv).await, 401);
    let claims = tv.claims(Some(&tv.nonce().await));
    assert_eq!(tv.exchange(&tv.sign(&claims)).await.status, 422);

    plex.revoke(&on_phone);
    assert_eq!(checked(&plex, &on_phone).await, 401);
    assert_eq!(checked(&plex, &last).await, 200);
    let sign_out = phone.ask(Method::DELETE, "/api/v2/users/signout");
    assert_eq!(sign_out.token(&last).status().await, 204);
    assert_eq!(checked(&plex, &last).await, 401);
    assert_eq!(checked(&plex, &owner).await, 200);
}

#[tokio::test]
async fn a_data_folder_keeps_devices_and_what_they_got() {
    let name = format!("plex-sdk-embedded-devices-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let open = || with_clock().1.data_dir(&folder).start();
    let plex = open().await.unwrap();
    let keys = |plex: &EmbeddedPlex| {
        get(plex.plex_tv_url(), "/api/v2/auth/keys")
            .client("c")
            .json()
    };
    let published = keys(&plex).send().await.value();
    let owner = owner_token(&plex);
    let mut got = Vec::new();
    for (name, seed) in [("tv", 1), ("phone", 2), ("tablet", 3)] {
        let device = device(&plex, name, seed);
        assert_eq!(device.register(&owner).await.status, 200);
        got.push(device.token().await);
    }
    let last = device(&plex, "tv", 1).token().await;
    plex.revoke(&got[0]);
    plex.forget_device("phone");
    plex.shutdown().await;

    let plex = open().await.unwrap();
    assert_eq!(keys(&plex).send().await.value(), published);
    for (token, expected) in [(&got[0], 401), (&last, 200), (&got[1], 401), (&got[2], 200)] {
        assert_eq!(checked(&plex, token).await, expected);
    }
    // The key is enough, and nobody else's.
    assert_eq!(
        checked(&plex, &device(&plex, "tv", 1).token().await).await,
        200
    );
    let taken = device(&plex, "thief", 3).register(&owner).await;
    assert_eq!(taken.status, 422);
    let phone = device(&plex, "phone", 2);
    let claims = phone.claims(Some(&phone.nonce().await));
    assert_eq!(phone.exchange(&phone.sign(&claims)).await.status, 422);
    // What has expired is still known to have.
    plex.shutdown().await;
    let (clock, builder) = with_clock();
    clock.advance(Duration::from_secs(7 * DAY));
    let plex = builder.data_dir(&folder).start().await.unwrap();
    assert_eq!(checked(&plex, &last).await, 498);
    plex.shutdown().await;

    #[cfg(unix)]
    for file in std::fs::read_dir(&folder).unwrap() {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = file.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
    let _ = std::fs::remove_dir_all(&folder);
}
