package io.shopoms.bus.connection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A socket with wide buffers. The client writes every message in several pieces and flushes after each, and reads in small
 * steps: under load most of its time would go into system calls.
 */
final class BufferedSocket extends Socket {

    private static final int BUFFER_BYTES = 64 * 1024;

    private InputStream input;
    private Output output;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new BufferedInputStream(new Input(super.getInputStream()), BUFFER_BYTES);
        }
        return input;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new Output(super.getOutputStream());
        }
        return output;
    }

    /** While true, flushing is put off: more is about to be written. False flushes what was put off. */
    void holdBack(boolean more) throws IOException {
        Output current;
        synchronized (this) {
            current = output;
        }
        if (current != null) {
            current.holdBack(more);
        }
    }

    /** Says that nothing more can be had at once: the buffer before it would ask the system so after every piece. */
    private static final class Input extends FilterInputStream {

        Input(InputStream source) {
            super(source);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private static final class Output extends BufferedOutputStream {

        private boolean holding;
        private boolean putOff;

        Output(OutputStream target) {
            super(target, BUFFER_BYTES);
        }

        synchronized void holdBack(boolean more) throws IOException {
            holding = more;
            if (!more && putOff) {
                flush();
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            putOff = holding;
            if (!holding) {
                super.flush();
            }
        }
    }
}
