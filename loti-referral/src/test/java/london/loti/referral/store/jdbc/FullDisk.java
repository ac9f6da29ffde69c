package london.loti.referral.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system under H2 that has room for so many bytes: what still fits of a write is written, then it is full, as a real one
 * is. Files of {@code jdbc:h2:fulldisk:PATH} lie in it. Public, because H2 makes instances of it.
 */
public final class FullDisk extends FilePathWrapper {
    static final String SCHEME = "fulldisk";
    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    /** For H2. */
    public FullDisk() {}

    /** Leaves room for so many bytes from now on. */
    static void leave(long bytes) {
        ROOM.set(bytes);
    }

    static boolean isFull() {
        return ROOM.get() == 0;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel real;

        Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            return write(source, part -> real.write(part, position));
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return write(source, real::write);
        }

        private interface Writing {
            int write(ByteBuffer part) throws IOException;
        }

        private static int write(ByteBuffer source, Writing writing) throws IOException {
            int wanted = source.remaining();
            long before = ROOM.getAndUpdate(room -> Math.max(room - wanted, 0));
            int fits = (int) Math.min(wanted, before);
            if (fits == 0 && wanted > 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = source.duplicate();
            part.limit(part.position() + fits);
            int written = writing.write(part);
            source.position(source.position() + written);
            return written;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return real.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
