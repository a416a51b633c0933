/* The program of a thread: of the command line, what answers rows and nothing else. */
import { serveAsThread } from "./threadProgram";

serveAsThread();
