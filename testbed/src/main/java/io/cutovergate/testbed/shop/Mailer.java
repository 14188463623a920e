package io.cutovergate.testbed.shop;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends plain text over SMTP to the relay that {@code SHOP_MAIL} names as host:port. */
record Mailer(Session session) {

    private static final String FROM = "orders@shop.example";

    static Mailer of(Env env) {
        String[] relay = env.need("SHOP_MAIL").split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", relay[0]);
        properties.setProperty("mail.smtp.port", relay.length > 1 ? relay[1] : "25");
        properties.setProperty("mail.smtp.localhost", "shop.example");
        properties.setProperty("mail.smtp.connectiontimeout", "2000");
        properties.setProperty("mail.smtp.timeout", "5000");
        properties.setProperty("mail.smtp.writetimeout", "5000");
        return new Mailer(Session.getInstance(properties));
    }

    void send(String to, String subject, String text) throws IOException {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(FROM));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IOException("mail to the relay failed", e);
        }
    }
}
