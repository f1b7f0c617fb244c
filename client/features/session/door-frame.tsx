import { Show, type JSX } from 'solid-js'

/** The plain page of setup, sign-in and invites: the mark, a title, one card. */
export function DoorFrame(props: { title: string; lead?: JSX.Element; children: JSX.Element }): JSX.Element {
  return (
    <main class="mx-auto flex min-h-[100dvh] w-full max-w-104 flex-col px-4 pt-[min(16vh,140px)] pb-10">
      <div class="mb-6 flex items-center gap-2">
        <span class="size-5 rounded-control [background:linear-gradient(200deg,var(--paused),var(--accent))]" />
        <span class="text-body font-bold">Marquee</span>
      </div>
      <h1 class="text-h1">{props.title}</h1>
      <Show when={props.lead}>
        <p class="mt-1 text-body text-fg-2">{props.lead}</p>
      </Show>
      <div class="mt-5 rounded-card border border-line bg-surface p-5">{props.children}</div>
    </main>
  )
}
