package io.cutovergate.reports.page;

import io.cutovergate.reports.document.ObligationDocument.AttachmentDocument;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Small pictures inside the page, so that it can be mailed alone. */
final class Thumbnails {

    private static final int WIDTH = 320;
    private static final int LARGEST_DRAWING = 200_000;

    private final Path report;

    Thumbnails(Path report) {
        this.report = report;
    }

    /** A {@code data:} address; {@code null} for what is no picture, is damaged, or is too large a drawing. */
    @Nullable
    String of(AttachmentDocument attachment) {
        Path file = report.resolve(attachment.file());
        try {
            return switch (attachment.type()) {
                case "image/png" -> png(file);
                case "image/svg+xml" ->
                    Files.size(file) > LARGEST_DRAWING ? null : data("image/svg+xml", Files.readAllBytes(file));
                default -> null;
            };
        } catch (IIOException e) {
            // damaged, as what a check saw may be; the page still links to it
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("attachment " + file, e);
        }
    }

    private static @Nullable String png(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            return null;
        }
        int width = Math.min(WIDTH, picture.getWidth());
        int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        return data("image/png", bytes.toByteArray());
    }

    private static String data(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
