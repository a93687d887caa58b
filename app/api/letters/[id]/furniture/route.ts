import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { furnitureSchema } from '@/lib/services/letter/furniture-schema';
import { updateFurniture } from '@/lib/services/letter/update-furniture';

export const PATCH = actorRoute(async ({ ctx, request, params }) => ({
  furniture: await updateFurniture(ctx, params.id ?? '', await readJson(request, furnitureSchema.partial())),
}));
