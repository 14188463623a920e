import { completeSignIn, forget, signIn, signOut, token } from "./session.js";

const element = (id) => document.getElementById(id);

async function start() {
  const config = await json("config.json");
  element("sign-in").addEventListener("click", () => signIn(config).catch(failed("Sign-in")));
  element("sign-out").addEventListener("click", () => signOut(config).catch(failed("Sign-out")));
  await completeSignIn(config).catch(failed("Sign-in"));
  await Promise.all([
    showProducts(config).catch(failed("The product list")),
    showAccount(config).catch(failed("Your account")),
  ]);
}

async function showProducts(config) {
  const { items } = await json(`${config.api}/api/products?limit=12`);
  element("products").replaceChildren(...items.map(product));
  element("products").ariaBusy = "false";
}

async function showAccount(config) {
  const signedIn = token() !== null;
  element("sign-in").hidden = signedIn;
  element("sign-out").hidden = !signedIn;
  if (!signedIn) {
    return;
  }
  const headers = { Authorization: `Bearer ${token()}` };
  const [me, { items }] = await Promise.all([
    json(`${config.api}/api/me`, { headers }),
    json(`${config.api}/api/orders?limit=10`, { headers }),
  ]);
  element("user").textContent = me.name;
  element("user").hidden = false;
  element("order-rows").replaceChildren(...items.map(order));
  element("no-orders").hidden = items.length > 0;
  element("orders").hidden = false;
}

function product({ name, price, currency, stock }) {
  return node("li", {},
    node("h3", {}, name),
    node("p", { className: "price" }, money(price, currency)),
    node("p", { className: "stock" }, stock > 0 ? `${stock} in stock` : "Sold out"));
}

function order({ id, placedAt, status, total, currency }) {
  return node("tr", {},
    node("td", {}, `#${id}`),
    node("td", {}, placedAt.slice(0, 10)),
    node("td", {}, status),
    node("td", { className: "amount" }, money(total, currency)));
}

function node(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function money(amount, currency) {
  return new Intl.NumberFormat("en-CA", { style: "currency", currency }).format(amount);
}

async function json(address, options = {}) {
  const response = await fetch(address, options);
  if (response.status === 401) {
    forget();
    element("sign-in").hidden = false;
    element("sign-out").hidden = true;
  }
  if (!response.ok) {
    throw new Error(`${new URL(address, location).pathname} answered ${response.status}`);
  }
  return response.json();
}

function failed(what) {
  return (error) => {
    element("message").textContent = `${what} failed: ${error.message}`;
    element("message").hidden = false;
  };
}

start().catch(failed("The shop"));
