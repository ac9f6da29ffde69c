package london.loti.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import london.loti.referral.message.MessageSender;
import london.loti.referral.message.OutgoingMessage;

/**
 * A council's own sender: it puts each message into a folder as a file, from which another program takes it. The file is
 * named after the message's id, so that a message that comes twice is there once.
 */
public final class OwnMessageSender implements MessageSender {
    private final Path folder;

    /** A sender that writes to a folder. */
    public OwnMessageSender(Path folder) {
        this.folder = folder;
    }

    /** Writes to one side first, so that nobody takes half a message. */
    @Override
    public Outcome send(OutgoingMessage message) {
        Path file = folder.resolve(message.id() + ".txt");
        if (Files.exists(file)) {
            return new Accepted();
        }
        String text = "By: " + message.channel().code()
                + "\nTo: " + message.to().reveal().replace("\n", ", ")
                + "\nSubject: " + message.subject()
                + "\n\n" + message.body().reveal() + "\n";
        try {
            Path beside = Files.createTempFile(folder, "message", ".part");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return new Accepted();
        } catch (IOException e) {
            return new Failed("folder-not-writable", true); // a code: the exception may say too much
        }
    }
}
