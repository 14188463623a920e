// OpenID Connect, authorization code flow with PKCE (RFC 7636), for a public client.

const SESSION = "northway.session";
const PENDING = "northway.pending";

/** The access token of this tab, or null. */
export function token() {
  const session = JSON.parse(sessionStorage.getItem(SESSION));
  return session && session.accessToken;
}

/** Forgets who is signed in, here only. */
export function forget() {
  sessionStorage.removeItem(SESSION);
}

/** Leaves for the issuer's login page. */
export async function signIn(config) {
  const pending = { state: random(), nonce: random(), verifier: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const { authorization_endpoint } = await discover(config);
  location.assign(withQuery(authorization_endpoint, {
    response_type: "code",
    client_id: config.clientId,
    redirect_uri: home(),
    scope: "openid profile email",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challenge(pending.verifier),
    code_challenge_method: "S256",
  }));
}

/** When the issuer sent us back here with a code, turns it into a session. Throws when it says no, or answers something else. */
export async function completeSignIn(config) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has("state")) {
    return;
  }
  const pending = JSON.parse(sessionStorage.getItem(PENDING));
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", home());
  if (!pending || answer.get("state") !== pending.state) {
    throw new Error("the answer does not belong to this sign-in");
  }
  if (!answer.has("code")) {
    throw new Error(answer.get("error_description") || answer.get("error") || "no code");
  }
  const tokens = await exchange(config, answer.get("code"), pending.verifier);
  const claims = JSON.parse(new TextDecoder().decode(unbase64url(tokens.id_token.split(".")[1])));
  if (claims.iss !== config.issuer || ![claims.aud].flat().includes(config.clientId) || claims.nonce !== pending.nonce) {
    throw new Error("the identity token is not for us");
  }
  sessionStorage.setItem(SESSION, JSON.stringify({ accessToken: tokens.access_token, idToken: tokens.id_token }));
}

/** Ends the session here and at the issuer. */
export async function signOut(config) {
  const { idToken } = JSON.parse(sessionStorage.getItem(SESSION));
  forget();
  const { end_session_endpoint } = await discover(config);
  location.assign(withQuery(end_session_endpoint, { id_token_hint: idToken, post_logout_redirect_uri: home() }));
}

async function exchange(config, code, verifier) {
  const { token_endpoint } = await discover(config);
  const response = await fetch(token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: config.clientId,
      redirect_uri: home(),
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) {
    throw new Error(`the issuer answered ${response.status}`);
  }
  return response.json();
}

async function discover(config) {
  const response = await fetch(`${config.issuer}/.well-known/openid-configuration`);
  if (!response.ok) {
    throw new Error(`the issuer answered ${response.status}`);
  }
  return response.json();
}

function home() {
  return `${location.origin}/`;
}

function withQuery(address, parameters) {
  return `${address}?${new URLSearchParams(parameters)}`;
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unbase64url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
