/// <reference types="astro/client" />
declare namespace App {
  interface Locals {
    /** The article whose body is being rendered: what <Cause id> looks itself up in. */
    article?: import('./knowledge/graph.ts').ErrorNode;
  }
}
