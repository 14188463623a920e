package io.cutovergate.probe.tls.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cutovergate.probe.tls.wire.Der;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An authority's answers about revocation over HTTP, by path: {@code /good}, {@code /revoked}, {@code /unknown}, {@code /stale},
 * {@code /forged} and {@code /broken} for OCSP, {@code /list/NAME} for lists. With {@code /direct} before it nobody can staple it: it
 * is not given to servers of the JDK.
 */
final class Responder implements AutoCloseable {

    private static final Duration DAY = Duration.ofDays(1);

    private final HttpServer server;
    private final Issued authority;
    private final Issued somebodyElse;
    private final Map<String, java.util.function.Supplier<byte[]>> lists = new ConcurrentHashMap<>();

    Responder(Issued authority, Issued somebodyElse) {
        this.authority = authority;
        this.somebodyElse = somebodyElse;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "lab-responder");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Publishes a list of an authority that holds these serial numbers. */
    String list(String name, Issued of, BigInteger... revoked) {
        lists.put("/list/" + name, () -> crl(of, revoked));
        return address("/list/" + name);
    }

    /** An answer that was good until yesterday. */
    byte[] stale(Issued issued) {
        try {
            CertificateID id = new JcaCertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    issued.chain().get(1),
                    issued.certificate().getSerialNumber());
            return ocsp("/stale", new OCSPReqBuilder().addRequest(id).build().getEncoded());
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            byte[] posted = exchange.getRequestBody().readAllBytes();
            String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
            boolean direct = path.startsWith("/direct");
            byte[] body = lists.containsKey(path)
                    ? lists.get(path).get()
                    : (direct && agent.startsWith("Java")) || path.contains("/broken")
                            ? new byte[0]
                            : ocsp(direct ? path.substring("/direct".length()) : path, posted);
            exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte[] ocsp(String path, byte[] posted) throws IOException {
        String[] parts = path.split("/", 3);
        byte[] request = posted.length > 0
                ? posted
                : Base64.getDecoder().decode(URLDecoder.decode(parts[2], StandardCharsets.US_ASCII));
        try {
            Issued signer = parts[1].equals("forged") ? somebodyElse : authority;
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(new X500Name(signer.subject())));
            Instant now = Instant.now();
            Instant until = parts[1].equals("stale") ? now.minus(DAY) : now.plus(DAY);
            builder.addResponse(
                    new OCSPReq(request).getRequestList()[0].getCertID(),
                    status(parts[1]),
                    Date.from(until.minus(DAY.multipliedBy(2))),
                    Date.from(until));
            OCSPResp response = new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, builder.build(signer(signer), null, Date.from(now)));
            return response.getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    @SuppressWarnings("NullAway") // Bouncy Castle's word for good is null
    private static CertificateStatus status(String word) {
        return switch (word) {
            case "revoked" -> new RevokedStatus(Date.from(Instant.now().minus(DAY)), 1);
            case "unknown" -> new UnknownStatus();
            default -> CertificateStatus.GOOD;
        };
    }

    private static byte[] crl(Issued of, BigInteger... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                    of.certificate().getSubjectX500Principal(),
                    Date.from(Instant.now().minus(DAY)));
            builder.setNextUpdate(Date.from(Instant.now().plus(DAY)));
            for (BigInteger serial : revoked) {
                builder.addCRLEntry(serial, Date.from(Instant.now().minus(DAY)), 1);
            }
            return builder.build(signer(of)).getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(Issued of) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(Der.PROVIDER)
                .build(of.keys().getPrivate());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
