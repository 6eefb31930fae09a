export const peer = async (_: unknown): Promise<void> => undefined;
