import { Button } from '../button.tsx'

/** Every part of the kit in every state. */
export default function Gallery() {
  return <Button>Ok</Button>
}
