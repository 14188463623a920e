package io.cutovergate.testbed.standin;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * Takes all mail over SMTP and shows it over IMAP, where every address is an account with itself as password; GreenMail,
 * a stand-in for the mail provider.
 */
public final class MailServer {
    private MailServer() {}

    /** Starts both protocols. */
    public static void start(String address, int smtpPort, int imapPort) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, address, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, address, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
    }
}
